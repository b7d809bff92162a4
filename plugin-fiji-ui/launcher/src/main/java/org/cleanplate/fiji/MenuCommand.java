package org.cleanplate.fiji;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.cleanplate.launch.Engine;
import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/**
 * A command of the menu for SciJava: its inputs become the options of the ImageJ command of the
 * same name, which does the work. It shows as a task, with its progress; cancelling the task, the
 * command or Esc ends it within a second, and leaves nothing half done.
 *
 * <p>A mistake reaches whoever waits for the command as a {@link RuntimeException} whose message
 * says what to do.
 */
public abstract class MenuCommand implements Command, Cancelable {
  /** Where the commands stand, below those of ImageJ. */
  static final String MENU = "Plugins>Background Matting>SciJava>";

  private static final String BRIDGE = "org.cleanplate.imagej.command.HostBridge";
  private static final int PROGRESS_STEPS = 1000;

  private final String name;

  @Parameter private TaskService tasks;

  @Parameter private StatusService status;

  private volatile Optional<String> cancelReason = Optional.empty();

  /**
   * @param name of the ImageJ command
   */
  MenuCommand(String name) {
    this.name = name;
  }

  /** Tells what the inputs mean as options. */
  abstract void describe(Inputs inputs);

  /** Takes what the command tells, by name. */
  void take(Map<String, Object> outputs) {}

  @Override
  public final void run() {
    Inputs inputs = new Inputs();
    describe(inputs);
    Task task = tasks.createTask(name);
    task.setProgressMaximum(PROGRESS_STEPS);
    task.start();
    try {
      take(Engine.open().call(BRIDGE, call(inputs, task)));
    } catch (CancellationException e) {
      cancel(Optional.ofNullable(task.getCancelReason()).orElse(name + " was cancelled"));
    } finally {
      task.finish();
      status.clearStatus();
    }
  }

  private Map<String, Object> call(Inputs inputs, Task task) {
    BiConsumer<String, Double> progress = (text, fraction) -> show(task, text, fraction);
    BooleanSupplier cancelled = () -> task.isCanceled() || isCanceled();
    Map<String, Object> call = new HashMap<>();
    call.put("command", name);
    call.put("keys", inputs.keys());
    call.put("options", inputs.options());
    call.put("progress", progress);
    call.put("cancelled", cancelled);
    return call;
  }

  private void show(Task task, String text, double fraction) {
    int step = (int) Math.round(fraction * PROGRESS_STEPS);
    task.setStatusMessage(text);
    task.setProgressValue(step);
    status.showStatus(step, PROGRESS_STEPS, text);
  }

  @Override
  public final boolean isCanceled() {
    return cancelReason.isPresent();
  }

  @Override
  public final void cancel(String reason) {
    cancelReason = Optional.of(reason == null ? name + " was cancelled" : reason);
  }

  /** Null unless it was cancelled, as SciJava has it. */
  @Override
  public final String getCancelReason() {
    return cancelReason.orElse(null);
  }
}
