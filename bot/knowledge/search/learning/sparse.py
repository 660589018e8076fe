"""A sparse matrix times a dense one: the one thing that training needs of SciPy, which takes 30 MB of memory."""

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

_LONGEST: Final = 48
"""Entries of a row from which on it is cut into pieces."""


class SparseMatrix:
    """A matrix given by its entries; those of the same place are added.

    NumPy is quick where it does the same to many rows at once. So a row is cut into pieces of at most 48 entries, the
    pieces are sorted by length, and the k-th entries of all pieces that have one make layer k: one operation each. Of
    rows with 2, 70 and 1 entries::

        piece            layer  0   1  …  21  …  47
        1, of row 1             *   *  …   *  …   *
        3, of row 1 as well     *   *  …   *            its sum is added to that of piece 1
        0, of row 0             *   *
        2, of row 2             *

    It uses no BLAS: that would start threads, which on a busy machine wait for each other longer than they work.
    """

    def __init__(self, rows: Integers, columns: Integers, values: Floats, shape: tuple[int, int]) -> None:
        self.shape = shape
        counts = np.bincount(rows, minlength=shape[0])
        order = np.argsort(rows, kind="stable")
        within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        # The first piece of a row has the row's own number; further pieces are numbered from the number of rows on.
        pieces = np.maximum(1, -(-counts // _LONGEST))
        further = shape[0] + np.cumsum(pieces - 1) - (pieces - 1)
        piece = within // _LONGEST
        owner = rows[order]
        placed = np.where(piece == 0, owner, further[owner] + piece - 1)
        self._owners = np.repeat(np.arange(shape[0]), pieces - 1)
        lengths = np.bincount(placed, minlength=shape[0] + len(self._owners))
        by_length = np.argsort(-lengths, kind="stable")
        starts = np.cumsum(lengths) - lengths
        sorted_again = order[np.argsort(placed, kind="stable")]
        self._layers = []
        for depth in range(int(lengths.max(initial=0))):
            having = by_length[: int((lengths > depth).sum())]
            span = sorted_again[starts[having] + depth]
            self._layers.append((columns[span], values[span], span))
        self._order = by_length

    def dot(self, dense: Floats, shares: Floats | None = None) -> Floats:
        """This matrix times ``dense``; with ``shares``, only that much of each entry, in the order they were given."""
        sums = np.zeros((len(self._order), dense.shape[1]), dtype=np.float32)
        for columns, values, places in self._layers:
            entries = dense.take(columns, axis=0)
            entries *= (values if shares is None else values * shares[places])[:, None]
            sums[: len(columns)] += entries
        pieces = np.empty_like(sums)
        pieces[self._order] = sums
        product = pieces[: self.shape[0]]
        np.add.at(product, self._owners, pieces[self.shape[0] :])
        return product
