/// How a package is taken up and completed in expectation: parts with the same key by one draw, parts with other keys
/// independently of these, or, where members choose, instead of them.
struct CohortUptake: Sendable {
  /// The parts that are taken up together, in the order of the package.
  private let bundles: [[CohortOffer]]
  private let membersChoose: Bool

  /// - Parameters:
  ///   - offers: the package.
  ///   - membersChoose: whether each household is offered one choice only; the parts' take-up then holds the share that
  ///     has chosen them.
  init(_ offers: [CohortOffer], membersChoose: Bool) {
    var keys: [String] = []
    for offer in offers where !keys.contains(offer.intervention.takeUpKey) {
      keys.append(offer.intervention.takeUpKey)
    }
    bundles = keys.map { key in offers.filter { $0.intervention.takeUpKey == key } }
    self.membersChoose = membersChoose
  }

  /// Part of those offered the package that takes up anything of it.
  func share(ofClass index: Int) -> Double {
    var (sum, none) = (0.0, 1.0)
    for bundle in bundles {
      sum += bundle[0].takeUp[index]
      none *= 1 - bundle[0].takeUp[index]
    }
    return membersChoose ? min(1, sum) : 1 - none
  }

  /// Part of those offered the package that takes up something and completes all that it takes up.
  func completedShare(ofClass index: Int) -> Double {
    var (sum, none, allGood) = (0.0, 1.0, 1.0)
    for bundle in bundles {
      let takeUp = bundle[0].takeUp[index]
      var good = 1.0
      for offer in bundle { good *= offer.completedShare(ofClass: index) }
      sum += takeUp * good
      none *= 1 - takeUp
      allGood *= 1 - takeUp * (1 - good)
    }
    return membersChoose ? min(1, sum) : max(0, allGood - none)
  }
}

extension CohortOffer {
  /// Part of those who take it up that completes it; a training had before counts as completed.
  fileprivate func completedShare(ofClass index: Int) -> Double {
    let isTraining =
      switch intervention.kind {
      case .skillTraining, .entrepreneurshipTraining: true
      default: false
      }
    let share = usable[index].share
    return completion * share + (isTraining ? 1 - share : 0)
  }
}
