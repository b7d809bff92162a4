package org.cleanplate.fiji.studio.history;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.model.StudioModel.Aspect;
import org.cleanplate.fiji.studio.run.PastRun;

/** The runs of this session. A double click, or Enter, brings the options of one back. */
public final class HistoryPanel {
  private final RunTable runs = new RunTable();
  private final JTable table =
      new JTable(runs) {
        private static final long serialVersionUID = 1;

        @Override
        public String getToolTipText(MouseEvent event) {
          int row = rowAtPoint(event.getPoint());
          return row < 0 ? "The runs of this session" : runs.describe(row);
        }
      };
  private final JTextArea report = new JTextArea();
  private final JPanel panel = new JPanel(new MigLayout("insets 8, fill, wrap 1", "[grow,fill]"));

  /**
   * Follows the model from now on.
   *
   * @param restore takes up the options of a run
   */
  public HistoryPanel(StudioModel model, Consumer<PastRun> restore) {
    setUpTable();
    setUpReport();
    restoreOnDoubleClick(restore);
    restoreOnEnter(restore);
    panel.add(new JScrollPane(table), "grow, push, h 40%");
    panel.add(new JLabel("Double-click a run to bring its options back"));
    panel.add(new JScrollPane(report), "grow, push, h 60%");
    model.addListener(
        aspect -> {
          if (aspect == Aspect.HISTORY) {
            runs.show(model.history());
            table.setRowSelectionInterval(0, 0);
          }
        });
  }

  private void setUpTable() {
    table.setName("history");
    table.getAccessibleContext().setAccessibleName("Runs of this session");
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setFillsViewportHeight(true);
    table.getColumnModel().getColumn(RunTable.OUTCOME).setPreferredWidth(160);
    table.getSelectionModel().addListSelectionListener(event -> showReport());
  }

  private void setUpReport() {
    report.setName("report");
    report.setEditable(false);
    report.setLineWrap(true);
    report.setWrapStyleWord(true);
    report.getAccessibleContext().setAccessibleName("What the selected run told");
  }

  private void showReport() {
    int row = table.getSelectedRow();
    report.setText(row < 0 ? "" : runs.report(row));
    report.setCaretPosition(0);
  }

  private void restoreOnDoubleClick(Consumer<PastRun> restore) {
    table.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2) {
              restoreSelected(restore);
            }
          }
        });
  }

  private void restoreOnEnter(Consumer<PastRun> restore) {
    table.getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "restore");
    table
        .getActionMap()
        .put(
            "restore",
            new AbstractAction() {
              private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                restoreSelected(restore);
              }
            });
  }

  private void restoreSelected(Consumer<PastRun> restore) {
    int row = table.getSelectedRow();
    if (row >= 0) {
      restore.accept(runs.run(row));
    }
  }

  public JPanel component() {
    return panel;
  }
}
