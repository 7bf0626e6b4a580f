/// What a cost is for.
public enum CostPart: String, CaseIterable, Sendable {
  /// Cash, goods, deposits and grants paid out to households, what patrons take of them included.
  case transfer
  /// What handing out and training costs, the charge for handling loans included.
  case delivery
  /// Organising and knowing places: mobilisers, resource persons, seed grants, surveys, centres, markets and works.
  case organisation
  /// Principal of loans paid out.
  case loan
  /// Principal of loans paid back, below 0.
  case repayment
}

/// A cost by what it is for; the parts sum exactly to the whole as long as they are on the money grid.
public struct CostParts: Hashable, Sendable {
  var transfer = 0.0, delivery = 0.0, organisation = 0.0, loan = 0.0, repayment = 0.0

  /// The amount for one end.
  public subscript(part: CostPart) -> Double {
    get { self[keyPath: Self.place(of: part)] }
    set { self[keyPath: Self.place(of: part)] = newValue }
  }

  /// All parts together.
  public var total: Double { transfer + delivery + organisation + loan + repayment }

  /// The same cost in a unit of which so many make one of the present.
  func scaled(by factor: Double) -> CostParts {
    CostParts(
      transfer: factor * transfer, delivery: factor * delivery, organisation: factor * organisation,
      loan: factor * loan, repayment: factor * repayment)
  }

  private static func place(of part: CostPart) -> WritableKeyPath<CostParts, Double> {
    switch part {
    case .transfer: \.transfer
    case .delivery: \.delivery
    case .organisation: \.organisation
    case .loan: \.loan
    case .repayment: \.repayment
    }
  }
}
