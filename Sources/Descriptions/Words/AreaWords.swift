internal import Households

extension Area {
  /// Where it is, in words that follow what is done: `in Kasur`, `in Chunian tehsil of Kasur`, `in all places`.
  var words: String {
    var names = [tehsilName, districtName].compactMap(\.self)
    if let unionCouncils {
      names.insert(
        (unionCouncils.count == 1 ? "the union council " : "the union councils ")
          + Words.listed(unionCouncils.map(\.escaped)), at: 0)
    }
    let place = names.joined(separator: " of ")
    switch (settlementType, names.isEmpty) {
    case (nil, true): return "in all places"
    case (nil, false): return "in \(place)"
    case (let type?, true): return "in all \(type.rawValue) places"
    case (let type?, false): return "in the \(type.rawValue) places of \(place)"
    }
  }

  /// The noun tells a tehsil from the district of the same name; a name that holds it needs no other.
  private var tehsilName: String? {
    tehsil.map { $0.lowercased().contains("tehsil") ? $0.escaped : $0.escaped + " tehsil" }
  }

  /// What is called a district may be a province; the noun is only needed beside a tehsil of the same name.
  private var districtName: String? { district.map { $0 == tehsil ? $0.escaped + " district" : $0.escaped } }
}
