"""Real data and how well scikit-learn's forests and linear models do on it. Writes the *.csv.gz and quality.json beside it.

    python quality.py telco.csv

telco.csv is the table wa_churn of the R package modeldata as CSV, missing values empty; without it the file that is here
stays. The others are those that scikit-learn brings. README.md says where they come from.
"""
import gzip
import json
import pathlib
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn import datasets
from sklearn import metrics as m
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import ElasticNet, LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).parent
SEEDS = range(20)


def bundled(load):
    data = load(as_frame=True) if load is not datasets.load_diabetes else load(as_frame=True, scaled=False)
    columns = [name.split(" (")[0].replace(" ", "_").replace("/", "_") for name in data.feature_names]
    frame = data.data.set_axis(columns, axis=1)
    return frame.assign(y=data.target if load is datasets.load_diabetes else [f"label {t}" for t in data.target])


def telco(path):
    frame = pd.read_csv(path).rename(columns={"churn": "y"})
    return frame[[*frame.columns.drop("y"), "y"]]


def split(name, frame):
    numbers = frame.y.dtype.kind == "f"
    _, test = train_test_split(
        frame.index, test_size=0.3, random_state=7, stratify=None if numbers else frame.y
    )
    frame = frame.assign(part=np.where(frame.index.isin(test), "test", "train"))
    text = frame.to_csv(index=False, lineterminator="\n").encode()
    (HERE / f"{name}.csv.gz").write_bytes(gzip.compress(text, 9, mtime=0))


def rows(name):
    frame = pd.read_csv(HERE / f"{name}.csv.gz")
    x = frame.drop(columns=["y", "part"])
    texts = [column for column in x if x[column].dtype.kind not in "if"]
    x = pd.get_dummies(x, columns=texts).astype(float)
    test = frame.part == "test"
    x = x.fillna(x[~test].median())
    return x[~test].values, x[test].values, frame.y[~test].values, frame.y[test].values


def labels(model, name):
    x, x_test, y, y_test = rows(name)
    p = model.fit(x, y).predict_proba(x_test)
    return {
        "accuracy": m.accuracy_score(y_test, model.classes_[p.argmax(axis=1)]),
        "auc": m.roc_auc_score(y_test == model.classes_[1], p[:, 1])
        if p.shape[1] == 2
        else m.roc_auc_score(y_test, p, multi_class="ovr"),
        "log-loss": m.log_loss(y_test, p),
    }


def numbers(model, name):
    x, x_test, y, y_test = rows(name)
    p = model.fit(x, y).predict(x_test)
    return {"mae": m.mean_absolute_error(y_test, p), "r2": m.r2_score(y_test, p), "rmse": m.root_mean_squared_error(y_test, p)}


def forest(name, kind, measure):
    found = [measure(kind(random_state=seed, n_jobs=2), name) for seed in SEEDS]
    return {
        metric: {"mean": float(np.mean([f[metric] for f in found])), "deviation": float(np.std([f[metric] for f in found]))}
        for metric in found[0]
    }


def once(found):
    return {metric: {"mean": float(value), "deviation": 0} for metric, value in found.items()}


CLASSIFICATIONS = ["breast-cancer", "digits", "telco", "wine"]

split("breast-cancer", bundled(datasets.load_breast_cancer))
split("digits", bundled(datasets.load_digits))
split("wine", bundled(datasets.load_wine))
split("diabetes", bundled(datasets.load_diabetes))
if len(sys.argv) > 1:
    split("telco", telco(sys.argv[1]))

quality = {
    "random-forest": {
        **{name: forest(name, RandomForestClassifier, labels) for name in CLASSIFICATIONS},
        "diabetes": forest("diabetes", RandomForestRegressor, numbers),
    },
    "logistic-regression": {
        name: once(labels(make_pipeline(StandardScaler(), LogisticRegression(max_iter=10_000)), name))
        for name in CLASSIFICATIONS
    },
    "linear-regression": {
        "diabetes": once(numbers(make_pipeline(StandardScaler(), ElasticNet(alpha=1e-4, max_iter=10_000)), "diabetes"))
    },
    "versions": {"numpy": np.__version__, "python": sys.version.split()[0], "scikit-learn": sklearn.__version__},
}
(HERE / "quality.json").write_text(json.dumps(quality, indent=1, sort_keys=True) + "\n", encoding="utf-8")
