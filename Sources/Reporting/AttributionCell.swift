internal import Experiments
internal import Households

/// The place of a value among those of who changed, in the order of rows: group and level, treatment, measure.
struct AttributionCell {
  let groupIndex: Int
  let treatmentIndex: Int
  let measureIndex: Int
  private let group: GroupLevel

  /// All cells, in order.
  static func all(of groupLevels: [GroupLevel]) -> [AttributionCell] {
    groupLevels.enumerated().flatMap { groupIndex, group in
      EndState.treatments.indices.flatMap { treatment in
        EndState.measures.indices.map { measure in
          AttributionCell(groupIndex: groupIndex, treatmentIndex: treatment, measureIndex: measure, group: group)
        }
      }
    }
  }

  var position: Int {
    EndState.position(groupLevel: groupIndex, treatment: treatmentIndex, measure: measureIndex)
  }

  var unit: String { EndState.measures[measureIndex].unit }

  func appendKey(to row: inout CSVBuffer) {
    row.append(group.group)
    row.append(group.level)
    row.append(EndState.treatments[treatmentIndex])
    row.append(EndState.measures[measureIndex].name)
  }
}

extension TableColumn {
  static let treatment = TableColumn(
    "treatment", .string,
    """
    all, treated (has been served by a programme or joined a community organisation by the end, in the scenario or in \
    the baseline) or untreated, on whom the effect is spill-over.
    """)
}
