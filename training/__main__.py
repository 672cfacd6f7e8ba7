"""One command for the whole recipe: ``python -m training`` prepares, trains, evaluates, exports and writes the card."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.paths import MODELS, WORK


def main() -> None:
    """Run the steps asked for, in order."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("steps", nargs="*", default=["train", "export", "evaluate"], help="train, export, evaluate")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=int, default=4, help="epochs over the treebanks")
    parser.add_argument("--article-epochs", type=int, default=3, help="epochs over the articles, the last ones")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--work", type=Path, default=WORK, help="folder of checkpoints")
    parser.add_argument("--start", type=Path, help="folder of an exported pipeline to train further")
    parser.add_argument("--to", type=Path, default=MODELS / "en", help="folder of the exported pipeline")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    if "train" in args.steps:
        from training.train import train

        train(
            args.work,
            epochs=args.epochs,
            article_epochs=args.article_epochs,
            seed=args.seed,
            resume=args.resume,
            start=args.start,
        )
    if "export" in args.steps:
        from training.export import export

        export(args.work, args.to)
    if "evaluate" in args.steps:
        from training.evaluate import evaluate

        evaluate(args.work, args.to)


if __name__ == "__main__":
    main()
