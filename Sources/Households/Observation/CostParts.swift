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
  private var transfer, delivery, organisation, loan, repayment: Double

  /// Creates a cost; what is not given is 0.
  /// - Parameters:
  ///   - transfer: paid out to households.
  ///   - delivery: of handing out and training.
  ///   - organisation: of organising and knowing places.
  ///   - loan: principal paid out.
  ///   - repayment: principal paid back, below 0.
  public init(
    transfer: Double = 0, delivery: Double = 0, organisation: Double = 0, loan: Double = 0, repayment: Double = 0
  ) {
    self.transfer = transfer
    self.delivery = delivery
    self.organisation = organisation
    self.loan = loan
    self.repayment = repayment
  }

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
