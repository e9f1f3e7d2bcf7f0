"""The three kinds of arrays that figures are made of."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
Words = NDArray[np.object_]
