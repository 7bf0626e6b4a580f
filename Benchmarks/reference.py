"""A vectorised NumPy quarter of the same model, for a ratio on the same core. Usage: OPENBLAS_NUM_THREADS=1 reference.py"""

import time

import numpy as np

N, QUARTERS, FEATURES = 200_000, 20, 25
random = np.random.Generator(np.random.Philox(1))
need = random.uniform(30, 90, N)
assets = need * 0.2
debt = np.zeros(N)
potential = need * 1.3
deviation = np.zeros(N)
levels = random.integers(0, 4, (3, N))
weights = random.normal(0, 1, (FEATURES, 6))
weights[:3] -= 4
features = np.zeros((N, FEATURES))

start = time.perf_counter()
for quarter in range(QUARTERS):
    ill = random.random(N) < 0.06
    cost = np.where(ill, 0.3 * need * random.exponential(1, N), 0)
    assets *= np.where(random.random(N) < 0.03, 0.75, 1)
    deviation = 0.65 * deviation + 0.45 * random.standard_normal(N)
    luck = np.exp(deviation + 0.32 * random.standard_normal(N) - 0.2)
    income = potential * luck + np.maximum(0.15 * np.sqrt(assets), 1.1 * np.sqrt(assets) - 6.1)
    price = need * (1 + 0.02 * (3 - levels[0]))
    cash = income - 0.01 * debt - cost
    surplus = cash - price
    kept = 0.2 * np.maximum(0, surplus)
    repaid = np.minimum(debt, kept / 2)
    gap = np.maximum(0, 0.5 * price - cash)
    credit = np.minimum(np.maximum(0, need - debt), gap)
    sold = np.minimum(assets, (gap - credit) / 0.8)
    consumption = cash - kept + credit + 0.8 * sold
    debt += credit - repaid
    assets = (assets + kept - repaid - sold) * 0.92
    features[:, :12] = 0
    for dimension in range(3):
        features[np.arange(N), 4 * dimension + levels[dimension]] = 1
    features[:, 12] = np.minimum(6, np.log2(1 + assets / need))
    features[:, 13] = np.minimum(4, debt / need)
    features[:, 14] = np.clip(surplus / price, -1, 1)
    features[:, 15] = ill
    odds = np.exp(np.clip(features @ weights, -40, 40))
    for dimension in range(3):
        up = np.where(levels[dimension] < 3, odds[:, 2 * dimension], 0)
        down = np.where(levels[dimension] > 0, odds[:, 2 * dimension + 1], 0)
        point = random.random(N) * (1 + up + down)
        levels[dimension] += (point < up).astype(int) - ((point >= up) & (point < up + down))
    poor = (consumption / price < 1).mean()
seconds = time.perf_counter() - start
print(f"NumPy {np.__version__}: {seconds * 1e9 / N / QUARTERS:.0f} ns per household and quarter, headcount {poor:.3f}")
