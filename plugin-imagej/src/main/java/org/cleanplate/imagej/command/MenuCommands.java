package org.cleanplate.imagej.command;

import java.util.List;
import java.util.function.Supplier;
import org.cleanplate.MattingException;
import org.cleanplate.NearestName;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.parameters.CheckBackgroundParameters;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.parameters.EvaluateMattingParameters;
import org.cleanplate.imagej.parameters.MatteLiveParameters;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.ModelsParameters;
import org.cleanplate.imagej.parameters.OpenVideoParameters;
import org.cleanplate.imagej.parameters.ReleaseMemoryParameters;
import org.cleanplate.imagej.parameters.RepairBackgroundParameters;
import org.cleanplate.imagej.parameters.SaveVideoParameters;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.training.ModelTrainer;

/** The commands of the menu, in its order. */
final class MenuCommands {
  private static final List<Entry> ALL =
      List.of(
          new Entry(
              MatteStackParameters.SYNTAX, () -> MatteStackCommand.command(EngineHolder::open)),
          new Entry(
              MatteVideoParameters.SYNTAX, () -> MatteVideoCommand.command(EngineHolder::open)),
          new Entry(MatteLiveParameters.SYNTAX, () -> MatteLiveCommand.command(EngineHolder::open)),
          new Entry(
              BatchMatteParameters.SYNTAX, () -> BatchMatteCommand.command(EngineHolder::open)),
          new Entry(EstimateBackgroundParameters.SYNTAX, EstimateBackgroundCommand::command),
          new Entry(CheckBackgroundParameters.SYNTAX, CheckBackgroundCommand::command),
          new Entry(RepairBackgroundParameters.SYNTAX, RepairBackgroundCommand::command),
          new Entry(OpenVideoParameters.SYNTAX, OpenVideoCommand::command),
          new Entry(SaveVideoParameters.SYNTAX, SaveVideoCommand::command),
          new Entry(
              TrainModelParameters.SYNTAX, () -> TrainModelCommand.command(ModelTrainer::find)),
          new Entry(
              EvaluateMattingParameters.SYNTAX,
              () -> EvaluateMattingCommand.command(EngineHolder::open)),
          new Entry(ModelsParameters.SYNTAX, ModelsCommand::command),
          new Entry(GpuCheckCommand.SYNTAX, GpuCheckCommand::command),
          new Entry(ReleaseMemoryParameters.SYNTAX, ReleaseMemoryCommand::command),
          new Entry(MacroExtensionsCommand.SYNTAX, MacroExtensionsCommand::command),
          new Entry(AboutCommand.SYNTAX, AboutCommand::command));

  private MenuCommands() {}

  /**
   * A command.
   *
   * @param syntax its name and the keys that it understands
   */
  private record Entry(MacroSyntax syntax, Supplier<Command<?>> command) {}

  /** What they understand. */
  static List<MacroSyntax> syntaxes() {
    return ALL.stream().map(Entry::syntax).toList();
  }

  /**
   * The command of a name, with or without the dots behind it.
   *
   * @throws MattingException if there is none
   */
  static Command<?> find(String name) {
    return ALL.stream()
        .filter(entry -> bare(entry.syntax().command()).equals(bare(name)))
        .findFirst()
        .orElseThrow(() -> unknown(name))
        .command()
        .get();
  }

  private static String bare(String name) {
    return name.replace("...", "").strip();
  }

  private static MattingException unknown(String name) {
    List<String> names = syntaxes().stream().map(MacroSyntax::command).toList();
    return new MattingException(
        "There is no command \"" + name + "\", did you mean " + NearestName.of(name, names) + "?");
  }
}
