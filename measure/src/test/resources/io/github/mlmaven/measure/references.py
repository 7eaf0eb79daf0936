"""Makes references.properties: what numpy, pandas and scipy say of rows that the tests make too.

Run: python3 references.py > references.properties   (numpy, pandas, scipy)
"""

import numpy as np
import pandas as pd
from scipy import stats

MASK = (1 << 64) - 1


def mix(z):
    z = ((z ^ (z >> 33)) * 0xFF51AFD7ED558CCD) & MASK
    z = ((z ^ (z >> 33)) * 0xC4CEB9FE1A85EC53) & MASK
    return z ^ (z >> 33)


ROWS = 5000
first = np.array([(mix(i + 1) >> 11) * 2.0**-53 for i in range(ROWS)])
second = np.array([(mix(i + 1_000_001) >> 11) * 2.0**-53 for i in range(ROWS)])
x = np.rint((first * first * 200 - 20) * 100) / 100
y = x * 2 + np.rint(second * 100)
a = np.array(["abcdefg"[int(u * 7)] for u in first])
b = np.array(["uvw"[int((u + v) * 1.5)] for u, v in zip(first, second)])

shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]


def eta(groups, numbers):
    frame = pd.DataFrame({"g": groups, "n": numbers})
    within = ((frame.n - frame.groupby("g").n.transform("mean")) ** 2).sum()
    whole = ((frame.n - frame.n.mean()) ** 2).sum()
    k, n = frame.g.nunique(), len(frame)
    return float(np.sqrt(max(0, 1 - within / whole * (n - 1) / (n - k))))


def cramer(one, other):
    table = pd.crosstab(one, other).to_numpy()
    n = table.sum()
    r, c = table.shape
    phi = stats.chi2_contingency(table, correction=False)[0] / n
    phi = max(0, phi - (r - 1) * (c - 1) / (n - 1))
    return float(np.sqrt(phi / min(r - (r - 1) ** 2 / (n - 1) - 1, c - (c - 1) ** 2 / (n - 1) - 1)))


series = pd.Series(x)
found = {
    "count": ROWS,
    "min": series.min(),
    "max": series.max(),
    "mean": series.mean(),
    "deviation": series.std(ddof=0),
    "distinct": int(series.nunique()),
    "zeros": int((series == 0).sum()),
    "negatives": int((series < 0).sum()),
    "quantiles": [float(q) for q in series.quantile(shares)],
    "top-a": [[k, int(n)] for k, n in sorted(pd.Series(a).value_counts().items(), key=lambda e: (-e[1], e[0]))],
    "pearson": float(abs(stats.pearsonr(x, y).statistic)),
    "correlation-ratio": eta(a, y),
    "cramers-v": cramer(a, b),
    "normal-quantiles": [[p, float(stats.norm.ppf(p))] for p in [1e-12, 1e-5, 0.0001, 0.05, 0.3, 0.5, 0.77, 0.9999]],
    "clopper-pearson": [
        [k, n, e, float(stats.beta.ppf(e, k, n - k + 1)), float(stats.beta.ppf(1 - e, k + 1, n - k))]
        for k, n, e in [(1, 10, 0.025), (5, 30, 5e-5), (40, 1000, 0.025), (3, 10_000_000, 5e-5), (4_000_000, 10_000_000, 5e-5)]
    ],
}


def flat(value):
    return " ".join(flat(part) for part in value) if isinstance(value, list) else str(value)


for key in sorted(found):
    print(key + "=" + flat(found[key]))
