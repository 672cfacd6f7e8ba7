"""Read the weights of an exported pipeline back, so that training can go on from it."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

PRODUCTS = frozenset({"MatMul", "MatMulInteger"})
# The projections of the labels run outside of their module, and lose its name in the graph.
OUTSIDE = {"dependent": "labels.dependent", "head": "labels.head"}


def read_weights(folder: Path) -> dict[str, Tensor]:
    """The state of a network from the files of its export; eight-bit weights come back with their rounding."""
    weights: dict[str, Tensor] = {}
    for name in ("encoder.onnx", "relations.onnx"):
        graph = onnx.load(str(folder / name)).graph
        arrays = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
        for key in list(arrays):
            parameter = key.removesuffix("_quantized").removeprefix("network.")
            if parameter.endswith((".weight", ".bias")):
                weights[parameter] = torch.tensor(_full(key, arrays))
        for node in graph.node:
            if (
                node.op_type in PRODUCTS and node.input[1] in arrays
            ):  # a bare parameter stands under its own name already
                weights.setdefault(_parameter(node.name), torch.tensor(_full(node.input[1], arrays).T.copy()))
    return weights


def _full(name: str, arrays: dict[str, np.ndarray]) -> np.ndarray:
    if not name.endswith("_quantized"):
        return np.array(arrays[name])
    stem = name.removesuffix("_quantized")
    steps = arrays[name].astype(np.float32) - arrays[f"{stem}_zero_point"].astype(np.float32)
    return steps * arrays[f"{stem}_scale"]


def _parameter(node: str) -> str:
    """``/network/arcs/head/head.0/MatMul`` is the weight of ``arcs.head.0``: a list repeats its own name."""
    path = node.removeprefix("/network/").rsplit("/", 1)[0]
    module = re.sub(r"([\w]+)/\1\.(\d+)", r"\1.\2", path).replace("/", ".")
    return f"{OUTSIDE.get(module, module)}.weight"
