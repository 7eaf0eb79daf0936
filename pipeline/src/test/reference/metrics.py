"""Reference values of the metrics, by scikit-learn. Writes the *.json files beside it.

    python metrics.py
"""
import json
import pathlib
import sys

import numpy as np
import sklearn
from sklearn import metrics as m

HERE = pathlib.Path(__file__).parent
VERSIONS = {
    "numpy": np.__version__,
    "python": sys.version.split()[0],
    "scikit-learn": sklearn.__version__,
}


def write(name, **content):
    text = json.dumps({**content, "versions": VERSIONS}, indent=1, sort_keys=True)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


def regression(name, labels, predictions):
    y, p = np.array(labels), np.array(predictions)
    write(
        name,
        labels=y.tolist(),
        outputs=p.tolist(),
        metrics={
            "rmse": m.root_mean_squared_error(y, p),
            "mae": m.mean_absolute_error(y, p),
            "median-absolute-error": m.median_absolute_error(y, p),
            "mape": m.mean_absolute_percentage_error(y, p),
            "r2": m.r2_score(y, p),
            "bias": float(np.mean(p - y)),
            "mse": m.mean_squared_error(y, p),
            "smape": float(np.mean(2 * abs(p - y) / (abs(y) + abs(p)))),
            "explained-variance": m.explained_variance_score(y, p),
            "max-error": m.max_error(y, p),
            "pinball(alpha=0.5)": m.mean_pinball_loss(y, p),
            "pinball(alpha=0.9)": m.mean_pinball_loss(y, p, alpha=0.9),
            "within(distance=0.5)": float(np.mean(abs(p - y) <= 0.5)),
            "within(distance=100)": float(np.mean(abs(p - y) <= 100)),
            "within-share(share=10%)": float(np.mean(abs(p - y) <= 0.1 * abs(y))),
        },
    )


def calibration_error(labels, probabilities):
    """Over 15 bins of equal width, which have their upper end; no other library here has it."""
    predicted, confidence = probabilities.argmax(axis=1), probabilities.max(axis=1)
    error = 0.0
    for lower, upper in zip(np.linspace(0, 1, 16)[:-1], np.linspace(0, 1, 16)[1:]):
        rows = (confidence > lower) & (confidence <= upper)
        if rows.any():
            error += rows.mean() * abs(confidence[rows].mean() - (predicted == labels)[rows].mean())
    return float(error)


def average_precision(labels, probabilities):
    """One label against the rest, over those that occur; of two labels that of the second."""
    places = [1] if probabilities.shape[1] == 2 else np.unique(labels)
    return float(np.mean([m.average_precision_score(labels == k, probabilities[:, k]) for k in places]))


def of_label(y, p, predicted, k):
    """Those of one label; None where scikit-learn warns and says 0, or refuses."""
    named = dict(labels=[k], average=None)
    truth, said = y == k, predicted == k
    score = p[:, k]
    result = {
        "precision": m.precision_score(y, predicted, **named)[0] if said.any() else None,
        "recall": m.recall_score(y, predicted, **named)[0] if truth.any() else None,
        "f1": m.f1_score(y, predicted, **named)[0] if (truth | said).any() else None,
        "specificity": m.recall_score(~truth, ~said) if not truth.all() else None,
        "selection-rate": float(said.mean()),
        "average-precision": m.average_precision_score(truth, score) if truth.any() else None,
        "auc": m.roc_auc_score(truth, score) if truth.any() and not truth.all() else None,
    }
    result = {f"{metric}(label={k})": value for metric, value in result.items()}
    for beta in (0.5, 2):
        score_of = m.fbeta_score(y, predicted, beta=beta, **named)[0] if (truth | said).any() else None
        result[f"f-beta(beta={beta}, label={k})"] = score_of
    for at in (10, 25):
        gain = cumulative_gain(truth, score, at / 100)
        result[f"gain(at={at}%, label={k})"] = gain
        result[f"lift(at={at}%, label={k})"] = None if gain is None else gain / (at / 100)
    return result


def cumulative_gain(truth, score, at):
    """The gains curve at a share of the rows, straight between the scores; from the points of scikit-learn's ROC curve."""
    if not truth.any():
        return None
    if truth.all():
        return at
    false, true, _ = m.roc_curve(truth, score, drop_intermediate=False)
    rows = (false * (~truth).sum() + true * truth.sum()) / len(truth)
    return float(np.interp(at, rows, true))


def top_k(y, p, k):
    """scikit-learn takes the last of equals: with the labels in reverse it takes the first, as we do."""
    labels = p.shape[1]
    return m.top_k_accuracy_score(labels - 1 - y, p[:, ::-1], k=k, labels=range(labels))


def cost(y, predicted, labels):
    """A wrong answer costs its true label, counted from 1, and a tenth of the predicted one."""
    costs = np.array([[0 if t == s else t + 1 + s / 10 for s in range(labels)] for t in range(labels)])
    rows = ", ".join(
        f"{t}: {{" + ", ".join(f"{s}: {costs[t, s]:g}" for s in range(labels) if s != t) + "}" for t in range(labels)
    )
    confusion = m.confusion_matrix(y, predicted, labels=range(labels))
    return {f"cost(costs={{{rows}}})": float((confusion * costs).sum() / len(y))}


def classification(name, labels, probabilities):
    y, p = np.array(labels), np.array(probabilities)
    predicted = p.argmax(axis=1)
    two = p.shape[1] == 2
    macro = dict(average="macro", zero_division=0)
    weighted = dict(average="weighted", zero_division=0)
    write(
        name,
        labels=y.tolist(),
        outputs=p.ravel().tolist(),
        confusion=m.confusion_matrix(y, predicted, labels=range(p.shape[1])).tolist(),
        metrics={
            "accuracy": m.accuracy_score(y, predicted),
            "balanced-accuracy": m.balanced_accuracy_score(y, predicted),
            "macro-precision": m.precision_score(y, predicted, **macro),
            "macro-recall": m.recall_score(y, predicted, **macro),
            "macro-f1": m.f1_score(y, predicted, **macro),
            "log-loss": m.log_loss(y, p, labels=range(p.shape[1])),
            "auc": m.roc_auc_score(y, p[:, 1]) if two else m.roc_auc_score(y, p, multi_class="ovr", average="macro"),
            "average-precision": average_precision(y, p),
            "brier": m.brier_score_loss(y, p[:, 1]) if two else m.brier_score_loss(y, p, labels=range(p.shape[1])),
            "expected-calibration-error": calibration_error(y, p),
            "mcc": m.matthews_corrcoef(y, predicted),
            "kappa": m.cohen_kappa_score(y, predicted),
            "weighted-precision": m.precision_score(y, predicted, **weighted),
            "weighted-f1": m.f1_score(y, predicted, **weighted),
            "macro-f-beta(beta=2)": m.fbeta_score(y, predicted, beta=2, **macro),
            "macro-f-beta(beta=0.5)": m.fbeta_score(y, predicted, beta=0.5, **macro),
            "weighted-f-beta(beta=2)": m.fbeta_score(y, predicted, beta=2, **weighted),
            **{f"top-k(k={k})": top_k(y, p, k) for k in range(2, p.shape[1])},
            **{metric: value for k in range(p.shape[1]) for metric, value in of_label(y, p, predicted, k).items()},
            **cost(y, predicted, p.shape[1]),
        },
    )


random = np.random.RandomState(7)

labels = np.round(random.lognormal(7, 1, 101), 2)
regression("regression.json", labels, labels * random.normal(1.02, 0.2, 101))
regression("regression-even.json", [1.0, -2.0, 3.5, 4.0], [1.5, -2.0, 3.0, 6.25])

# Probabilities in eighths: many ties.
ones = random.randint(1, 8, 60) / 8
classification("two-labels.json", (random.rand(60) < ones * 0.8).astype(int), np.column_stack([1 - ones, ones]))

raw = random.randint(1, 9, (90, 4)).astype(float)
raw[:, 3] = 0.5  # never the most probable label, though it occurs
truth = np.array([random.choice(4, p=(row**2) / (row**2).sum()) for row in raw])
truth[:3] = 3
classification("four-labels.json", truth, raw / raw.sum(axis=1, keepdims=True))

# Certain and wrong: the logarithm is clipped.
classification("certain.json", [0, 1, 1, 0], [[1, 0], [0, 1], [1, 0], [0.5, 0.5]])
hard = np.eye(3)[random.randint(0, 3, 40)]
classification("certain-of-three.json", [0, 1, 2, *random.randint(0, 3, 37)], hard)
