import ExactMath
import Randomness
import Statistics

/// A made-up sample of villages in strata, whose households resemble their neighbours.
struct ClusteredSample {
  var strata: [Int] = []
  var units: [Int] = []
  var weights: [Double] = []
  var persons: [Double] = []
  var welfareRatios: [Double] = []
  var levels: [Int] = []
  var bits: [UInt64] = []

  /// Draws strata of differing weight with so many units of so many households each.
  init(strataCount: Int = 4, unitsPerStratum: Int, householdsPerUnit: Int, seed: UInt64) {
    let stream = RandomStream(seed: seed, replication: 0)
    var rows: [Row] = []
    for stratum in 0..<strataCount {
      for unit in 0..<unitsPerStratum {
        let number = stratum * unitsPerStratum + unit
        let village = stream.draw(entity: UInt32(number), quarter: -1, purpose: Purpose(rawValue: 1))
        for household in 0..<householdsPerUnit {
          let luck = stream.draw(entity: UInt32(number), quarter: Int32(household), purpose: Purpose(rawValue: 2))
          let more = stream.draw(entity: UInt32(number), quarter: Int32(household), purpose: Purpose(rawValue: 3))
          let welfare = exponential(0.1 * Double(stratum) + 0.3 * village.normal0 + 0.5 * luck.normal0)
          rows.append(
            Row(
              stratum: stratum, unit: number, weight: 1 + Double(stratum) + more.uniform0,
              persons: 1 + (8 * more.uniform1).rounded(.down), welfare: welfare,
              level: more.uniform2 < 0.4 ? 0 : 1,
              bits: (welfare < 1 ? 1 : 0) | (luck.uniform2 < 0.3 ? 2 : 0)
                | (luck.uniform3 < 0.5 / (0.5 + welfare) ? 4 : 0)))
        }
      }
    }
    for row in rows.sorted(by: { $0.welfare < $1.welfare }) {
      strata.append(row.stratum)
      units.append(row.unit)
      weights.append(row.weight)
      persons.append(row.persons)
      welfareRatios.append(row.welfare)
      levels.append(row.level)
      bits.append(row.bits)
    }
  }

  private struct Row {
    let stratum: Int
    let unit: Int
    let weight: Double
    let persons: Double
    let welfare: Double
    let level: Int
    let bits: UInt64
  }

  var design: SurveyDesign {
    SurveyDesign(strata: strata, primarySamplingUnits: units, weights: weights, persons: persons)
  }

  var sample: SurveySample {
    SurveySample(
      design: design, welfareRatios: welfareRatios,
      deprivations: SurveyDeprivations(rule: DeprivationRule(weights: [2, 1, 1], cutoff: 0.5), bits: bits))
  }

  var partition: SurveyPartition { SurveyPartition(levelOfRow: levels, levelCount: 2) }

  static let measures = SurveyMeasure.ofWelfare + SurveyMeasure.ofDeprivation(indicatorCount: 3)
}
