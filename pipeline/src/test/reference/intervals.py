"""Reference values of the intervals, by SciPy. Writes intervals-*.json beside it.

    python intervals.py

What a row moves a metric by is taken here from scikit-learn's weighted metrics: the slope as the row's weight changes.
"""
import json
import pathlib
import sys

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import metrics as m

HERE = pathlib.Path(__file__).parent
VERSIONS = {
    "numpy": np.__version__,
    "python": sys.version.split()[0],
    "scikit-learn": sklearn.__version__,
    "scipy": scipy.__version__,
}
STEP = 1e-4


def write(name, **content):
    text = json.dumps({**content, "versions": VERSIONS}, sort_keys=True)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


def moves(metric, n):
    def slope(row):
        up, down = np.ones(n), np.ones(n)
        up[row] += STEP
        down[row] -= STEP
        return (metric(up) - metric(down)) / (2 * STEP) * n

    return np.array([slope(row) for row in range(n)])


def error(metric, groups):
    n = len(groups)
    sums = np.array([moves_of.sum() for moves_of in split(moves(metric, n), groups)])
    g = len(sums)
    return np.sqrt(g / (g - 1) * (sums**2).sum()) / n


def split(values, groups):
    return [values[groups == group] for group in np.unique(groups)]


def student(metric, groups, support, confidence):
    value = metric(np.ones(len(groups)))
    reach = stats.t.ppf((1 + confidence) / 2, support - 1) * error(metric, groups)
    return [value - reach, value + reach]


def logit(metric, groups, support, confidence):
    value = metric(np.ones(len(groups)))
    reach = stats.t.ppf((1 + confidence) / 2, support - 1) * error(metric, groups) / (value * (1 - value))
    middle = np.log(value / (1 - value))
    return [1 / (1 + np.exp(-(middle - reach))), 1 / (1 + np.exp(-(middle + reach)))]


def wilson(hits, confidence):
    found = stats.binomtest(int(hits.sum()), len(hits)).proportion_ci(confidence, method="wilson")
    return [found.low, found.high]


def order_statistics(values, confidence):
    n = len(values)
    reach = stats.norm.ppf((1 + confidence) / 2) * np.sqrt(n) / 2
    ranked = np.sort(values)
    return [ranked[int(np.floor(n / 2 - reach))], ranked[int(np.ceil(n / 2 + reach))]]


def clipped(intervals, low, high):
    return {name: np.clip(ends, low, high).tolist() for name, ends in intervals.items()}


def regression(name, y, p, groups, confidence):
    e = p - y
    metrics = {
        "rmse": lambda w: np.sqrt(np.average(e**2, weights=w)),
        "mse": lambda w: np.average(e**2, weights=w),
        "mae": lambda w: np.average(abs(e), weights=w),
        "mape": lambda w: np.average(abs(e / y), weights=w),
        "smape": lambda w: np.average(2 * abs(e) / (abs(y) + abs(p)), weights=w),
        "bias": lambda w: np.average(e, weights=w),
        "r2": lambda w: m.r2_score(y, p, sample_weight=w),
        "explained-variance": lambda w: m.explained_variance_score(y, p, sample_weight=w),
    }
    units = len(np.unique(groups))
    found = {key: student(metric, groups, units, confidence) for key, metric in metrics.items()}
    if units == len(y):
        found["median-absolute-error"] = order_statistics(abs(e), confidence)
    write(
        name,
        confidence=confidence,
        groups=groups.tolist(),
        labels=y.tolist(),
        outputs=p.tolist(),
        intervals=found,
    )


def classification(name, y, q, groups, confidence):
    labels = q.shape[1]
    predicted = q.argmax(axis=1)
    each = list(range(labels))
    clip = np.clip(q, 2.0**-52, 1)
    truth = np.eye(labels)[y]
    distance = ((q - truth) ** 2).sum(axis=1) / (2 if labels == 2 else 1)
    ofs = [1] if labels == 2 else each

    def mean(score):
        return lambda w: np.mean([score(y == of, q[:, of], sample_weight=w) for of in ofs])

    def prf(score, average):
        return lambda w: score(y, predicted, labels=each, average=average, sample_weight=w, zero_division=0)

    metrics = {
        "log-loss": lambda w: np.average(-np.log(clip[np.arange(len(y)), y]), weights=w),
        "brier": lambda w: np.average(distance, weights=w),
        "balanced-accuracy": lambda w: m.balanced_accuracy_score(y, predicted, sample_weight=w),
        "macro-precision": prf(m.precision_score, "macro"),
        "macro-recall": prf(m.recall_score, "macro"),
        "macro-f1": prf(m.f1_score, "macro"),
        "weighted-precision": prf(m.precision_score, "weighted"),
        "weighted-f1": prf(m.f1_score, "weighted"),
        "mcc": lambda w: m.matthews_corrcoef(y, predicted, sample_weight=w),
        "kappa": lambda w: m.cohen_kappa_score(y, predicted, sample_weight=w),
        "average-precision": mean(m.average_precision_score),
    }
    units = len(np.unique(groups))
    rarest = min(min(len(np.unique(groups[y == of])), len(np.unique(groups[y != of]))) for of in each)
    others = len(np.unique(groups[y != np.bincount(y).argmax()]))
    support = {"mcc": others, "kappa": others}
    for key in ("balanced-accuracy", "macro-precision", "macro-recall", "macro-f1", "average-precision"):
        support[key] = rarest
    found = {key: student(metric, groups, support.get(key, units), confidence) for key, metric in metrics.items()}
    found["auc"] = logit(mean(m.roc_auc_score), groups, rarest, confidence)
    found = {**clipped(found, -1, 1), **clipped({"log-loss": found["log-loss"]}, 0, np.inf)}
    hits = (y == predicted).astype(float)
    accuracy = lambda w: np.average(hits, weights=w)
    found["accuracy"] = (
        wilson(hits, confidence) if units == len(y) else student(accuracy, groups, units, confidence)
    )
    write(
        name,
        confidence=confidence,
        groups=groups.tolist(),
        labels=y.tolist(),
        names=labels,
        outputs=q.ravel().tolist(),
        intervals=found,
    )


def main():
    random = np.random.default_rng(7)

    def numbers(n):
        y = np.round(random.normal(10, 2, n), 3)
        return y, np.round(y + random.normal(0.2, 1, n) * np.exp(random.normal(0, 0.5, n)), 3)

    def labels(n, of):
        q = random.dirichlet(np.ones(of), n)
        q = np.round(q * 4096) / 4096
        q[:, 0] += 1 - q.sum(axis=1)
        drawn = (random.random(n)[:, None] > q.cumsum(axis=1)).sum(axis=1)
        y = np.where(random.random(n) < 0.2, random.integers(0, of, n), np.minimum(drawn, of - 1))
        return y, q

    regression("intervals-regression.json", *numbers(90), np.arange(90), 0.95)
    regression("intervals-regression-groups.json", *numbers(120), random.integers(0, 25, 120), 0.9)
    classification("intervals-two-labels.json", *labels(120, 2), np.arange(120), 0.95)
    classification("intervals-three-labels.json", *labels(150, 3), np.arange(150), 0.99)
    classification("intervals-two-labels-groups.json", *labels(160, 2), random.integers(0, 40, 160), 0.95)


if __name__ == "__main__":
    main()
