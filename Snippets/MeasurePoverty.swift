// Poverty of five persons, whose welfare is given as consumption over the poverty line.

import Statistics

let welfareRatios = [0.5, 0.9, 1.0, 1.6, 3.0]
let weights = [1.0, 1.0, 1.0, 1.0, 1.0]
let poverty = FosterGreerThorbecke(welfareRatios: welfareRatios, weights: weights)

print("headcount ratio:", poverty.headcount)  // 2 of 5: at the line is not poor
print("poverty gap:", poverty.gap)
// snippet.hide
precondition(poverty.headcount == 0.4)
precondition(abs(poverty.gap - 0.12) < 1e-12)
