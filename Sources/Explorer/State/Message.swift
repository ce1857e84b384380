import CellUI
import Simulation
import Trace

/// Something that has happened to the explorer.
package enum Message: Sendable {
  case input(InputEvent)
  case loaded(Scenario)
  case ran(RunRequest, Trace)
  /// An effect could not be done, in words for the reader.
  case failed(String)
  /// What the machine's clock says, in seconds since 1970; comes before the events that use it.
  case clock(Int)
  case read(FileRequest, [UInt8])
  /// What each mechanism cost under a load.
  case measured(ComparedLoad, [MechanismCost])
  /// A run to compare with, by the name that it was asked for.
  case runRead(String, Trace)
  /// An attack of the matrix has been played.
  case played(MatrixResult)
  /// Of a file that is being opened.
  case opening(OpeningNews)
  /// A place has been played again, branch by branch.
  case resumed(PlayedPlace, [Trace])
  /// A word on what was done.
  case notice(String)
}
