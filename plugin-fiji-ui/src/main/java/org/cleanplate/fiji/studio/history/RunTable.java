package org.cleanplate.fiji.studio.history;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.swing.table.AbstractTableModel;
import org.cleanplate.fiji.studio.run.PastRun;

/** Runs as rows, the latest first. */
final class RunTable extends AbstractTableModel {
  private static final long serialVersionUID = 1;
  static final int OUTCOME = 3;
  private static final List<String> COLUMNS =
      List.of("Time", "Frames", "Took", "Outcome", "Options");

  private transient List<PastRun> runs = List.of();

  void show(List<PastRun> shown) {
    runs = shown;
    fireTableDataChanged();
  }

  PastRun run(int row) {
    return runs.get(row);
  }

  @Override
  public int getRowCount() {
    return runs.size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.size();
  }

  @Override
  public String getColumnName(int column) {
    return COLUMNS.get(column);
  }

  @Override
  public Object getValueAt(int row, int column) {
    PastRun run = runs.get(row);
    return switch (column) {
      case 0 -> run.started().format(DateTimeFormatter.ofPattern("HH:mm:ss"));
      case 1 -> run.frames();
      case 2 -> String.format(Locale.ROOT, "%.1f s", run.elapsed().toMillis() / 1000.0);
      case OUTCOME -> run.outcome().describe();
      default -> run.parameters().toMacro();
    };
  }

  /** What a run was asked for, and what it told. */
  String report(int row) {
    PastRun run = runs.get(row);
    return run.parameters().toMacro()
        + "\n\n"
        + run.outcome().describe()
        + "\n\n"
        + String.join("\n", run.log());
  }

  /** All of a row for a tool tip. */
  String describe(int row) {
    PastRun run = runs.get(row);
    return "<html><body style='width: 300px'>"
        + escape(run.outcome().describe())
        + "<br><code>"
        + escape(run.parameters().toMacro())
        + "</code>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
