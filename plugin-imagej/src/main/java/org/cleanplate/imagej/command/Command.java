package org.cleanplate.imagej.command;

import ij.IJ;
import ij.Macro;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroCall;
import org.cleanplate.imagej.macro.MacroRecording;
import org.cleanplate.imagej.run.Failures;
import org.cleanplate.imagej.run.RunMonitor;

/**
 * What all commands do around their work: take the parameters from the macro or the dialog, record
 * them, watch Esc, and say what went wrong - in a dialog to a person, in the Log to a macro, which
 * then ends.
 *
 * @param name as the menu shows it
 * @param parser reads the macro's options
 * @param dialog asks a person; empty if they cancel
 * @param writer the options that repeat the run
 * @param work the command itself
 */
record Command<P>(
    String name,
    Function<String, P> parser,
    Supplier<Optional<P>> dialog,
    Function<P, String> writer,
    Work<P> work) {

  /** What a command does with its parameters. */
  @FunctionalInterface
  interface Work<P> {
    /**
     * Does it.
     *
     * @return what a program that called the command is told, by name; of the JDK's types
     */
    Map<String, Object> run(P parameters, RunMonitor monitor) throws IOException;

    /** Work that has nothing to tell. */
    static <P> Work<P> silent(SilentWork<P> work) {
      return (parameters, monitor) -> {
        work.run(parameters, monitor);
        return Map.of();
      };
    }
  }

  /** Work whose results are seen in ImageJ or on disk. */
  @FunctionalInterface
  interface SilentWork<P> {
    void run(P parameters, RunMonitor monitor) throws IOException;
  }

  /**
   * Runs the command for a program: nothing is recorded, and exceptions are the caller's to tell.
   *
   * @throws MattingException if the user has to mend something
   * @throws CancellationException if cancelled
   */
  Map<String, Object> call(String options, RunMonitor monitor) throws IOException {
    return work.run(parser.apply(options), monitor);
  }

  /**
   * Runs the command.
   *
   * @param options of the macro; empty to ask a person
   */
  void run(Optional<String> options) {
    try {
      Optional<P> parameters = options.map(parser).or(dialog);
      if (parameters.isEmpty()) {
        return;
      }
      if (options.isEmpty()) {
        MacroRecording.record(name, writer.apply(parameters.get()));
      }
      try (RunMonitor monitor = new RunMonitor()) {
        work.run(parameters.get(), monitor);
      }
    } catch (CancellationException e) {
      IJ.showStatus(name + " cancelled");
      if (options.isPresent()) {
        throw MacroCall.abort(name, "cancelled");
      }
    } catch (MattingException | IOException | OutOfMemoryError e) {
      String message = Failures.message(e);
      if (options.isPresent()) {
        throw MacroCall.abort(name, message);
      }
      IJ.error(name, message);
    } catch (RuntimeException e) {
      if (Macro.MACRO_CANCELED.equals(e.getMessage())) {
        throw e;
      }
      IJ.log(Failures.trace(e));
      throw MacroCall.abort(name, "internal error: " + e);
    }
  }
}
