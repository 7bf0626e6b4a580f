import Simulation

extension Partners {
  /// Who has done what, where, for how many, with what money, and who has been left out (model, 7.7).
  ///
  /// Rows by partner, union council and kind of intervention where anything was given; by partner and intervention what
  /// was done for places; then a row for each union council with the households that are poor by the scorecard and that
  /// no partner has served.
  /// Complexity: O(households x partners).
  func stocktake(_ population: Population) -> [StocktakeEntry] {
    registers.flatMap { given(by: $0, population) + workForPlaces(by: $0.partner) } + unserved(population)
  }

  /// What one partner has done for places rather than for single households; a row for the whole area of a programme.
  private func workForPlaces(by partner: String) -> [StocktakeEntry] {
    var entries: [StocktakeEntry] = []
    for (account, area) in zip(accounts, areas) where account.programme.partner == partner {
      let forHouseholds = Set(account.programme.package.map(\.name) + [ProgrammeAccount.repayments])
      for cost in account.costs where !forHouseholds.contains(cost.intervention) {
        let known = entries.firstIndex {
          $0.intervention == cost.intervention && $0.district == area.district && $0.unionCouncil == area.unionCouncil
        }
        if known == nil {
          entries.append(
            StocktakeEntry(
              partner: partner, district: area.district, unionCouncil: area.unionCouncil,
              intervention: cost.intervention, households: 0, pkr: 0, overlap: 0, unmetNeed: 0))
        }
        entries[known ?? entries.count - 1].pkr += cost.pkr
      }
    }
    return entries
  }

  /// What one partner has done.
  private func given(by register: PartnerRegister, _ population: Population) -> [StocktakeEntry] {
    let geography = population.geography
    let others = registers.filter { $0 !== register }
    var entries: [StocktakeEntry] = []
    for council in 0..<geography.unionCouncilCount {
      var served = [Int](repeating: 0, count: BenefitKind.allCases.count)
      var twice = served
      for household in geography.households(ofUnionCouncil: council) {
        let received = register.received[household]
        guard !received.isEmpty else { continue }
        let elsewhere = others.reduce(into: BenefitKinds()) { $0.formUnion($1.received[household]) }
        for (index, kind) in BenefitKind.allCases.enumerated() where received.contains(BenefitKinds(kind)) {
          served[index] += 1
          twice[index] += elsewhere.contains(BenefitKinds(kind)) ? 1 : 0
        }
      }
      let weight = geography.weights[geography.placeOfUnionCouncil[council]]
      for (index, kind) in BenefitKind.allCases.enumerated() where served[index] > 0 {
        var entry = geography.entry(unionCouncil: council, partner: register.partner, intervention: kind.rawValue)
        entry.households = Double(served[index]) * weight
        entry.overlap = Double(twice[index]) * weight
        entry.pkr = 1000 * spent(by: register.partner, on: kind, unionCouncil: council)
        entries.append(entry)
      }
    }
    return entries
  }

  private func spent(by partner: String, on kind: BenefitKind, unionCouncil: Int) -> Double {
    var money = 0.0
    for desk in desks where desk.programme.partner == partner {
      for (index, offer) in desk.offers.enumerated() where BenefitKind(offer.intervention.kind) == kind {
        money += desk.spent(on: index, unionCouncil: unionCouncil)
      }
    }
    return money
  }

  private func unserved(_ population: Population) -> [StocktakeEntry] {
    let geography = population.geography
    return (0..<geography.unionCouncilCount).map { council in
      let unmet = geography.households(ofUnionCouncil: council).count { household in
        population.score[household] <= MeasuredScores.poor && !registers.isServed(household)
      }
      var entry = geography.entry(unionCouncil: council, partner: "", intervention: "unserved")
      entry.unmetNeed = Double(unmet) * geography.weights[geography.placeOfUnionCouncil[council]]
      return entry
    }
  }
}

extension Geography {
  /// The households of a union council.
  fileprivate func households(ofUnionCouncil council: Int) -> Range<Int> {
    let settlements = settlements(ofUnionCouncil: council)
    return settlementStarts[settlements.lowerBound]..<settlementStarts[settlements.upperBound]
  }

  /// A row of the stocktake without numbers.
  fileprivate func entry(unionCouncil: Int, partner: String, intervention: String) -> StocktakeEntry {
    StocktakeEntry(
      partner: partner, district: places[placeOfUnionCouncil[unionCouncil]].district,
      unionCouncil: unionCouncilNames[unionCouncil], intervention: intervention, households: 0, pkr: 0, overlap: 0,
      unmetNeed: 0)
  }
}
