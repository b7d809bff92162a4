package org.cleanplate.fiji.training;

import java.awt.Component;
import java.nio.file.Path;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.UIManager;
import org.cleanplate.fiji.window.Form;
import org.cleanplate.fiji.window.Stages;

/** What to train, on what, and how long. */
final class SettingsPanel {
  private static final String[] DEVICES = {"auto", "cpu", "cuda:0", "cuda:0 required"};
  private static final String SCRATCH = "scratch";
  private static final int MOST_STEPS = 10_000_000;

  private final JComboBox<StagePreset> stage = new JComboBox<>(StagePreset.values());
  private final JTextArea help = new JTextArea(2, 20);
  private final JTextArea note = new JTextArea(2, 20);
  private final DataPanel data;
  private final JComboBox<String> start = new JComboBox<>();
  private final JSpinner steps = new JSpinner(new SpinnerNumberModel(1, 1, MOST_STEPS, 100));
  private final JTextField crops = new JTextField(10);
  private final JComboBox<String> device = new JComboBox<>(DEVICES);
  private final PathField runFolder =
      new PathField(
          "run-folder",
          "Where curves, pictures, checkpoints and the model go; a run that lies there goes on",
          JFileChooser.DIRECTORIES_ONLY);
  private final Form form = new Form("10 12 8 12");

  /** The rows come by {@link #fill}. */
  SettingsPanel(DataPanel data) {
    this.data = data;
    stage.setName("stage");
    stage.setToolTipText("Which part of the published order of training");
    stage.addActionListener(event -> showStage());
    asLabel(help);
    asLabel(note);
    note.setName("run-folder-note");
    start.setName("start");
    start.setEditable(true);
    start.setToolTipText("The model to begin with, by name or path; scratch for random weights");
    steps.setName("steps");
    steps.setToolTipText("Optimizer steps in all");
    crops.setName("crops");
    crops.setToolTipText("Sizes of the training pictures, such as 256x256, 192x256");
    device.setName("device");
    device.setEditable(true);
    device.setToolTipText("Where to compute");
    stage.setSelectedItem(StagePreset.FOOTAGE);
  }

  /** Adds the rows. */
  void fill(Stages stages) {
    stages.then(this::addStage).then(this::addData).then(this::addRun).then(this::addFolder);
  }

  private void addStage() {
    form.row("Train", stage).below(help);
    form.panel().revalidate();
  }

  private void addData() {
    form.section("Data").wide(data.component());
    form.panel().revalidate();
  }

  private void addRun() {
    form.section("Run").row("Start from", start).row("Steps", steps).row("Crops", crops);
    form.panel().revalidate();
  }

  private void addFolder() {
    form.row("Device", device)
        .row("Run folder", runFolder.field(), runFolder.component())
        .below(note);
    form.panel().revalidate();
  }

  private static void asLabel(JTextArea text) {
    text.setEditable(false);
    text.setFocusable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setOpaque(false);
    text.setFont(UIManager.getFont("Label.font"));
  }

  private void showStage() {
    StagePreset preset = preset();
    help.setText(preset.help());
    data.show(preset);
    steps.setValue(preset.steps());
    crops.setText(preset.crops());
    form.panel().revalidate();
  }

  private StagePreset preset() {
    return (StagePreset) stage.getSelectedItem();
  }

  JPanel component() {
    return form.panel();
  }

  JTextField runFolderField() {
    return runFolder.field();
  }

  Path runFolder() {
    return runFolder.path();
  }

  void setRunFolder(String path) {
    runFolder.setText(path);
  }

  /** Steps in all, as the field says. */
  int steps() {
    return (Integer) steps.getValue();
  }

  /** Offers models to start from; the first is proposed. */
  void setModels(List<String> names, String proposed) {
    DefaultComboBoxModel<String> model = new DefaultComboBoxModel<>();
    names.forEach(model::addElement);
    model.addElement(SCRATCH);
    start.setModel(model);
    start.setSelectedItem(proposed);
  }

  void updateImages() {
    data.updateImages();
  }

  /**
   * Lets the fields be changed or not.
   *
   * @param idle whether nothing goes on
   * @param run what the run folder holds
   */
  void setEnabled(boolean idle, RunFolderState run) {
    boolean open = idle && !run.isPlanned();
    for (Component field : List.of(stage, start, steps, crops, device)) {
      field.setEnabled(open);
    }
    data.setEnabled(open);
    runFolder.setEnabled(idle);
    note.setText(run.note());
  }

  /** What the fields say, not checked. */
  TrainingRequest read() {
    return new TrainingRequest(
        preset(),
        data.read(),
        start.getEditor().getItem().toString(),
        steps(),
        crops.getText(),
        device.getEditor().getItem().toString(),
        runFolder.text());
  }
}
