"""What the bundled network reads of each token: its role in an attribution, and the cue that it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

KEY = "quotecheck_reading"
NO_ROLE, NO_CUE = "O", -1


@dataclass(frozen=True, slots=True)
class Reading:
    """One row a token of the ``Doc``, white space included.

    ``roles`` index ``labels`` (BIO over source, cue, content); ``confidence`` is the network's probability of that
    role; ``cues`` is the place of the first token of the cue that a span beginning here hangs on, or ``NO_CUE``.
    """

    labels: tuple[str, ...]
    roles: NDArray[np.int64]
    confidence: NDArray[np.float32]
    cues: NDArray[np.int64]
