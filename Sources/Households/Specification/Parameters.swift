/// The numbers of the model's rules, one group for each process; each process's file defines its own.
public struct Parameters: Sendable {
  /// How households are drawn and placed.
  public var initial = InitialParameters()
  /// Rules of the shocks process.
  public var shocks = ShockParameters()
  /// Rules of the earn process.
  public var earn = EarnParameters()
  /// Rules of the trade and consume process.
  public var trade = TradeParameters()
  /// Rules of the institutions process.
  public var institutions = InstitutionParameters()
  /// Rules of targeting and registration.
  public var targeting = TargetingParameters()
  /// Rules of the programmes process.
  public var programmes = ProgrammeParameters()
  /// Rules of the dependency process.
  public var dependency = DependencyParameters()
  /// Rules of the patrons process.
  public var patrons = PatronParameters()
  /// Rules of the score process.
  public var score = ScoreParameters()
  /// The index of many deprivations.
  public var deprivation = DeprivationParameters()
  /// The price table.
  public var prices = PriceParameters()
  /// How costs and effects are judged; nothing in a run depends on it.
  public var evaluation = EvaluationParameters()

  /// Creates the default values.
  public init() {}

  /// Every parameter, in the order of the processes: its path, unit, allowed values, source and meaning.
  public static let catalogue: [ParameterDefinition] =
    InitialParameters.catalogue + ShockParameters.catalogue + EarnParameters.catalogue
    + TradeParameters.catalogue + InstitutionParameters.catalogue + TargetingParameters.catalogue
    + ProgrammeParameters.catalogue + DependencyParameters.catalogue + PatronParameters.catalogue
    + ScoreParameters.catalogue + DeprivationParameters.catalogue + PriceParameters.catalogue
    + EvaluationParameters.catalogue
}
