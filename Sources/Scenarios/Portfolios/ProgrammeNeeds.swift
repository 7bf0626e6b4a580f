import Households

/// What programmes need of others, so that a mix that lacks it is none.
struct ProgrammeNeeds {
  /// Something that a programme cannot do without.
  enum Need: Hashable {
    /// A programme that comes before it or whose survey it uses.
    case programme(String)
    /// A programme that organises: without one there are no members.
    case mobilisation
  }

  private let programmes: [Programme]
  private let needs: [[Need]]
  /// Indices of the candidates among the programmes.
  private let candidates: [Int]
  /// Whether a programme is there whatever is chosen.
  private let isFixed: [Bool]

  /// Finds out what the programmes of a scenario need; the candidates are those, by their indices, that may be left
  /// out.
  init(_ scenario: Scenario, candidates: [Int]) {
    programmes = scenario.programmes
    self.candidates = candidates
    needs = scenario.programmes.map(\.needs)
    isFixed = scenario.programmes.indices.map { !candidates.contains($0) }
  }

  /// Needs of programmes that are there in any case which none of these meets.
  var unmetWithoutCandidates: [(dependent: String, need: Need)] {
    programmes.indices.filter { isFixed[$0] }.flatMap { index in
      needs[index].filter { !isMet($0, isFixed) }.map { (programmes[index].name, $0) }
    }
  }

  /// Whether a programme meets a need.
  func meets(_ need: Need, programme index: Int) -> Bool {
    switch need {
    case .programme(let name): programmes[index].name == name
    case .mobilisation: programmes[index].hasSocialMobilisation
    }
  }

  /// Whether all programmes of a mix, given by the choice of each candidate, have what they need.
  func areMet(_ choices: [Int]) -> Bool {
    var isThere = isFixed
    for (candidate, choice) in zip(candidates, choices) where choice > 0 { isThere[candidate] = true }
    return programmes.indices.allSatisfy { index in
      !isThere[index] || needs[index].allSatisfy { isMet($0, isThere) }
    }
  }

  private func isMet(_ need: Need, _ isThere: [Bool]) -> Bool {
    programmes.indices.contains { isThere[$0] && meets(need, programme: $0) }
  }
}

extension Programme {
  fileprivate var needs: [ProgrammeNeeds.Need] {
    var names = after + [targeting.survey].compactMap(\.self)
    var needsMembers = targeting.membersOnly || targeting.membersChoose
    for intervention in community {
      switch intervention.kind {
      case .socialMobilisation(let mobilisation): names += [mobilisation.survey].compactMap(\.self)
      case .collectivePurchase, .collectiveWorks: needsMembers = true
      default: break
      }
    }
    return names.filter { $0 != name }.map { .programme($0) }
      + (needsMembers && !hasSocialMobilisation ? [.mobilisation] : [])
  }
}
