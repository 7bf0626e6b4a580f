import Simulation

/// What community organisations choose from a package for their members (model, 7.7, seed 002).
///
/// Interventions that are taken up together are one choice. Each member votes for the choice that it needs most; who
/// needs nothing of the package abstains; the choice with most votes wins, ties go to the earlier in the package.
final class MemberChoice {
  private let package: [Intervention]
  /// The interventions of each choice, as bits of their positions in the package.
  private let choices: [UInt32]
  private let choiceOfPart: [Int]
  private var votes: [Int]
  /// What each neighbourhood's organisation has chosen.
  private let chosen: Column<UInt32>

  init(_ programme: Programme, neighbourhoods: Int) {
    package = programme.package
    var keys: [String] = []
    var choices: [UInt32] = []
    var choiceOfPart: [Int] = []
    for (index, intervention) in programme.package.enumerated() {
      let choice = keys.firstIndex(of: intervention.takeUpKey) ?? keys.count
      if choice == keys.count {
        keys.append(intervention.takeUpKey)
        choices.append(0)
      }
      choices[choice] |= 1 << UInt32(index)
      choiceOfPart.append(choice)
    }
    self.choices = choices
    self.choiceOfPart = choiceOfPart
    votes = Array(repeating: 0, count: choices.count)
    chosen = Column(repeating: 0, count: neighbourhoods)
  }

  /// What the organisation of a neighbourhood chose when it last voted, as bits of positions in the package.
  func parts(ofNeighbourhood neighbourhood: Int) -> UInt32 { chosen[neighbourhood] }

  /// Lets the members of a neighbourhood's organisation vote; who needs nothing abstains, and without votes nothing is chosen.
  func vote(_ population: Population, neighbourhood: Int) {
    for choice in votes.indices { votes[choice] = 0 }
    for household in population.geography.members(ofNeighbourhood: neighbourhood)
    where population.standing[household].contains(.member) {
      if let choice = mostNeeded(population, household) { votes[choice] += 1 }
    }
    var winner = 0
    for choice in votes.indices where votes[choice] > votes[winner] { winner = choice }
    chosen[neighbourhood] = votes[winner] > 0 ? choices[winner] : 0
  }

  private func mostNeeded(_ population: Population, _ household: Int) -> Int? {
    var (best, most) = (Int?.none, 0.0)
    for (index, intervention) in package.enumerated() {
      let need = population.need(ofKind: intervention.kind, household)
      if need > most { (best, most) = (choiceOfPart[index], need) }
    }
    return best
  }
}

extension Population {
  /// How much a household needs a kind of intervention, from 0 to 1, by what its neighbours can see.
  func need(ofKind kind: Intervention.Kind, _ household: Int) -> Double {
    let skill = Int(skill[household])
    switch kind {
    case .cashTransfer, .assetGrant, .matchingGrant, .savingsDeposit:
      return max(0, min(1, 1 - Double(welfare[household])))
    case .softLoan:
      let owed = min(1, debt[household] / need[household])
      return (owed + 1 / (1 + assets[household] / need[household])) / 2
    case .skillTraining(let level):
      return skill < level && (level < 3 || skill == 2) ? Double(level - skill) / 3 : 0
    case .awarenessTraining:
      return Double(max(0, 2 - state[household].political)) / 2
    case .coaching:
      return state[household].isTrapped ? 1 : 0
    case .idleResourceActivation:
      return max(0, min(1, Double(idleResource[household])))
    case .entrepreneurshipTraining:
      return skill >= 2 && !standing[household].contains(.entrepreneur) ? Double(skill - 1) / 3 : 0
    }
  }
}
