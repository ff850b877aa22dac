"""Assignment: which of the records that were read stands for which of the records in gold."""

from __future__ import annotations

from collections.abc import Sequence


def assign(weight: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) of greatest total weight, each row and column once (Hungarian method)."""
    if not weight or not weight[0]:
        return []
    if len(weight) > len(weight[0]):
        return [
            (row, column) for column, row in assign([list(column) for column in zip(*weight, strict=True)])
        ]
    big = max(max(row) for row in weight)
    cost = [[big - x for x in row] for row in weight]
    rows, columns = len(cost), len(cost[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    match, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0], at = row, 0
        low, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while True:
            used[at] = True
            here, delta, nearest = match[at], float("inf"), 0
            for j in range(1, columns + 1):
                if not used[j]:
                    reduced = cost[here - 1][j - 1] - u[here] - v[j]
                    if reduced < low[j]:
                        low[j], way[j] = reduced, at
                    if low[j] < delta:
                        delta, nearest = low[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    low[j] -= delta
            at = nearest
            if not match[at]:
                break
        while at:
            match[at], at = match[way[at]], way[at]
    return [(match[j] - 1, j - 1) for j in range(1, columns + 1) if match[j]]
