package org.cleanplate.fiji.training;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.cleanplate.MattingException;

/**
 * Looks what run lies in the folder that a field names, whenever typing in it has paused. The
 * folder is read on a thread of its own, and the newest look wins.
 */
final class RunFolderLook implements DocumentListener {
  private static final int PAUSE_MILLIS = 300;

  private final JTextField field;
  private final Consumer<Found> taker;
  private final Timer pause = new Timer(PAUSE_MILLIS, event -> look());
  private int latest;

  /**
   * What lies in the folder.
   *
   * @param state of the run in it
   * @param record of that run
   */
  record Found(RunFolderState state, TrainingRecord record) {}

  /**
   * @param taker hears of what is found, on the event thread
   */
  RunFolderLook(JTextField field, Consumer<Found> taker) {
    this.field = field;
    this.taker = taker;
    pause.setRepeats(false);
    field.getDocument().addDocumentListener(this);
  }

  /** Looks now. */
  void look() {
    int number = ++latest;
    String text = field.getText().strip();
    Thread thread = new Thread(() -> read(text, number), "cleanplate-run-folder");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(String text, int number) {
    TrainingRecord record = new TrainingRecord();
    RunFolderState state = RunFolderState.NONE;
    try {
      Path folder = Path.of(text);
      state = text.isEmpty() ? RunFolderState.NONE : RunFolderState.of(folder);
      if (state.isPlanned()) {
        record.load(folder);
      }
    } catch (MattingException | InvalidPathException e) {
      record.log(e.getMessage());
    }
    Found found = new Found(state, record);
    SwingUtilities.invokeLater(
        () -> {
          if (number == latest) {
            taker.accept(found);
          }
        });
  }

  @Override
  public void insertUpdate(DocumentEvent event) {
    pause.restart();
  }

  @Override
  public void removeUpdate(DocumentEvent event) {
    pause.restart();
  }

  @Override
  public void changedUpdate(DocumentEvent event) {
    pause.restart();
  }
}
