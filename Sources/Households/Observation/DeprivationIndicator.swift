import Simulation
import Statistics

/// A want that counts in the index of many deprivations: money, means, learning, and dependence on others.
public enum DeprivationIndicator: Int, CaseIterable, Sendable {
  case poor, hungry, fewAssets, indebted, manyDependants, illiterateHead, unskilled, tied, withoutPeers, voiceless
  case notOrganised

  /// The name in parameter paths and in outputs.
  public var name: String { words.name }

  /// Who is deprived in it, in words that follow "households that".
  var meaning: String { words.meaning }

  private var words: (name: String, meaning: String) {
    switch self {
    case .poor: ("poor", "consume less than their need")
    case .hungry: ("hungry", "cannot keep up the floor of consumption")
    case .fewAssets: ("few_assets", "have too few productive assets against need")
    case .indebted: ("indebted", "owe the patron too much against need")
    case .manyDependants: ("many_dependants", "have too many dependants for each worker")
    case .illiterateHead: ("illiterate_head", "have a head who does not read")
    case .unskilled: ("unskilled", "have no skill")
    case .tied: ("tied", "live on the patron's credit (E <= 1)")
    case .withoutPeers: ("without_peers", "have no peers to turn to (S <= 1)")
    case .voiceless: ("voiceless", "have no access to rights at all (P = 0)")
    case .notOrganised: ("not_organised", "are no members of an active community organisation")
    }
  }
}

extension Population {
  /// The indicators in which a household is deprived, a bit each, the first the lowest.
  func deprivations(of household: Int, isOrganised: Bool, _ parameters: DeprivationParameters) -> UInt64 {
    var deprivations: UInt64 = 0
    func note(_ indicator: DeprivationIndicator, if condition: Bool) {
      if condition { deprivations |= 1 << UInt64(indicator.rawValue) }
    }
    let (need, state) = (need[household], state[household])
    note(.poor, if: PovertyLine.isPoor(welfareRatio: welfare[household]))
    note(.hungry, if: hunger[household] > 0)
    note(.fewAssets, if: assets[household] < parameters.assets * need)
    note(.indebted, if: debt[household] > parameters.debt * need)
    note(.manyDependants, if: Double(dependants[household]) > parameters.dependants * Double(workers[household]))
    note(.illiterateHead, if: !traits[household].contains(.headLiterate))
    note(.unskilled, if: skill[household] == 0)
    note(.tied, if: state.isOnPatronsCredit)
    note(.withoutPeers, if: !state.isConnected)
    note(.voiceless, if: state.political == 0)
    note(.notOrganised, if: !isOrganised)
    return deprivations
  }
}
