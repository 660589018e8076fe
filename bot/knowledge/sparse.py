"""A sparse matrix times a dense one: the one thing that training needs of SciPy, which takes 30 MB of memory."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

_FULL: Final = 48
"""Entries of a row from which on it is kept as a dense one."""


class SparseMatrix:
    """A matrix given by its entries; those of the same place are added."""

    def __init__(self, rows: Integers, columns: Integers, values: Floats, shape: tuple[int, int]) -> None:
        self.shape = shape
        counts = np.bincount(rows, minlength=shape[0])
        order = np.argsort(rows, kind="stable")
        starts = np.cumsum(counts) - counts
        self._full = np.flatnonzero(counts > _FULL)
        self._dense = np.zeros((len(self._full), shape[1]), dtype=np.float32)
        for place, row in enumerate(self._full):
            span = order[starts[row] : starts[row] + counts[row]]
            np.add.at(self._dense[place], columns[span], values[span])
        # The other rows in layers, each of which has one entry of every row that has so many, the longest first.
        thin = np.where(counts > _FULL, 0, counts)
        by_length = np.argsort(-thin, kind="stable")
        self._layers = []
        for depth in range(int(thin.max(initial=0))):
            having = by_length[: int((thin > depth).sum())]
            span = order[starts[having] + depth]
            self._layers.append((columns[span], values[span][:, None]))
        self._order = by_length

    def dot(self, dense: Floats) -> Floats:
        """This matrix times ``dense``."""
        product = np.zeros((self.shape[0], dense.shape[1]), dtype=np.float32)
        for columns, values in self._layers:
            product[: len(columns)] += dense[columns] * values
        ordered = np.empty_like(product)
        ordered[self._order] = product
        ordered[self._full] = self._dense @ dense
        return ordered
