internal import Experiments
internal import Households

/// The place of a value among those of who changed, in the order of rows: group and level, treatment, measure.
struct AttributionCell {
  let group: GroupLevel
  let groupIndex: Int
  let treatmentIndex: Int
  let measureIndex: Int

  static func all(of groupLevels: [GroupLevel]) -> [AttributionCell] {
    groupLevels.enumerated().flatMap { groupIndex, group in
      EndState.treatments.indices.flatMap { treatment in
        EndState.measures.indices.map { measure in
          AttributionCell(group: group, groupIndex: groupIndex, treatmentIndex: treatment, measureIndex: measure)
        }
      }
    }
  }

  var position: Int {
    EndState.position(groupLevel: groupIndex, treatment: treatmentIndex, measure: measureIndex)
  }

  var treatment: String { EndState.treatments[treatmentIndex] }

  var measure: Measure { EndState.measures[measureIndex] }
}

extension Columns {
  static func treatment(_ path: KeyPath<Row, String>) -> Columns {
    .column(
      "treatment", path,
      """
      all, treated (has been served by a programme or joined a community organisation by the end, in the scenario or in \
      the baseline) or untreated, on whom the effect is spill-over.
      """)
  }
}
