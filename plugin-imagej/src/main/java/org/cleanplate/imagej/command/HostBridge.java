package org.cleanplate.imagej.command;

import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.run.Failures;
import org.cleanplate.imagej.run.RunMonitor;

/**
 * Runs a command of the menu for a caller that shares nothing with this program but the JDK, such
 * as the wrappers for SciJava, which live in another class loader. Runs on the caller's thread.
 */
public final class HostBridge implements UnaryOperator<Map<String, Object>> {
  /** Input: the command's name in the menu, a text. */
  public static final String COMMAND = "command";

  /** Input: values of its options by their keys, a {@code Map<String, String>}. */
  public static final String KEYS = "keys";

  /** Input: more of its options as in a macro, a text. */
  public static final String OPTIONS = "options";

  /** Input: hears what is done and how far it is, 0 to 1: a {@code BiConsumer<String, Double>}. */
  public static final String PROGRESS = "progress";

  /** Input: asked some times a second whether to stop: a {@link BooleanSupplier}. */
  public static final String CANCELLED = "cancelled";

  /**
   * Runs a command; Esc cancels it as well.
   *
   * @param inputs under the names above, all of them
   * @return what the command tells, by name, of the JDK's types
   * @throws MattingException if the user has to mend something; its message says what
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is left behind
   */
  @Override
  public Map<String, Object> apply(Map<String, Object> inputs) {
    BooleanSupplier cancelled = (BooleanSupplier) inputs.get(CANCELLED);
    BiConsumer<String, Double> progress = progress(inputs);
    try (RunMonitor monitor =
        new RunMonitor(step -> progress.accept(step.describe(), step.fraction()), cancelled)) {
      return MenuCommands.find((String) inputs.get(COMMAND)).call(options(inputs), monitor);
    } catch (IOException | OutOfMemoryError | LinkageError e) {
      throw new MattingException(Failures.message(e), e);
    }
  }

  @SuppressWarnings("unchecked")
  private static String options(Map<String, Object> inputs) {
    MacroLine line = new MacroLine();
    ((Map<String, String>) inputs.get(KEYS)).forEach(line::add);
    return line + " " + inputs.get(OPTIONS);
  }

  @SuppressWarnings("unchecked")
  private static BiConsumer<String, Double> progress(Map<String, Object> inputs) {
    return (BiConsumer<String, Double>) inputs.get(PROGRESS);
  }
}
