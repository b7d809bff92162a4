package org.cleanplate.samples.guide;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Macro;
import java.awt.Component;
import java.awt.Window;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** Opens the windows of Cleanplate on the sample stack and takes the user guide's pictures. */
public final class GuidePictures {
  /** One on which the whole creature is seen. */
  private static final int SHOWN_FRAME = 4;

  /** Enough to show a curve. */
  private static final int STEPS = 40;

  private final Path data;
  private final Desk desk;

  private GuidePictures(Path data, Desk desk) {
    this.data = data;
    this.desk = desk;
  }

  /**
   * Needs a display.
   *
   * @param arguments the folder of the sample data, and the folder for the pictures
   */
  public static void main(String[] arguments) {
    try {
      new GuidePictures(Path.of(arguments[0]), new Desk(Path.of(arguments[1]))).takeAll();
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void takeAll() throws Exception {
    new ImageJ();
    open("plate.png");
    open("stack.tif");
    dialog("Matte Stack...", "matte-stack");
    dialog("Estimate Background...", "estimate-background");
    dialog("Matte Video...", "matte-video");
    studio();
    dashboard();
  }

  private void open(String name) {
    ImagePlus image = IJ.openImage(data.resolve(name).toString());
    image.show();
  }

  private void studio() throws Exception {
    command("Matting Studio...");
    Window studio = desk.window("Matting Studio");
    JLabel status = desk.part(studio, "status", JLabel.class);
    desk.waitUntil(status, label -> label.getText().startsWith("Preview in"));
    JSlider frame = desk.part(studio, "frame", JSlider.class);
    SwingUtilities.invokeAndWait(() -> frame.setValue(SHOWN_FRAME));
    nextPreview(status);
    desk.take(studio, "studio");
    desk.press(studio, "view-alpha");
    desk.take(studio, "studio-alpha");
    desk.press(studio, "view-regions");
    desk.take(studio, "studio-regions");
    desk.press(studio, "view-composite");
    desk.press(studio, "tool-remove");
    Component canvas = desk.part(studio, "canvas", Component.class);
    desk.drag(canvas, 0.68, 0.36, 0.62, 0.42);
    nextPreview(status);
    desk.take(studio, "studio-brush");
    desk.press(studio, "undo");
    desk.press(studio, "run");
    desk.waitUntil(status, label -> label.getText().startsWith("Run "));
    JTabbedPane tabs = desk.part(studio, "tabs", JTabbedPane.class);
    SwingUtilities.invokeAndWait(() -> tabs.setSelectedIndex(1));
    desk.take(studio, "studio-run");
    studio.dispose();
  }

  /** Waits until the preview is that of what was just changed. */
  private void nextPreview(JLabel status) throws Exception {
    desk.waitUntil(status, label -> !label.getText().startsWith("Preview in"));
    desk.waitUntil(status, label -> label.getText().startsWith("Preview in"));
  }

  /** A short run on the sample's frames, as if its mattes had been corrected. */
  private void dashboard() throws Exception {
    command("Training Dashboard...");
    Window dashboard = desk.window("Training Dashboard");
    JComboBox<?> models = desk.part(dashboard, "start", JComboBox.class);
    desk.waitUntil(models, list -> list.getItemCount() > 1);
    desk.choose(dashboard, "footage", "stack.tif");
    desk.choose(dashboard, "background", "plate.png");
    desk.choose(dashboard, "corrected", "stack-alpha");
    desk.type(dashboard, "run-folder", data.resolve("creature-run").toString());
    desk.type(dashboard, "crops", "128x128");
    JTextComponent log = desk.part(dashboard, "log", JTextComponent.class);
    JSpinner steps = desk.part(dashboard, "steps", JSpinner.class);
    SwingUtilities.invokeAndWait(() -> steps.setValue(STEPS));
    desk.press(desk.part(dashboard, "start", JButton.class));
    desk.waitUntil(log, text -> text.getText().contains("Trained to the end"));
    desk.take(dashboard, "training-dashboard");
    dashboard.dispose();
  }

  private void dialog(String command, String picture) throws Exception {
    command(command);
    Window dialog = desk.window(command.replace("...", ""));
    desk.take(dialog, picture);
    desk.cancel(dialog);
  }

  /** From a thread of its own, as a dialog holds the thread that opens it. */
  private static void command(String name) {
    Thread thread = new Thread(() -> run(name), "Run$_" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(String name) {
    try {
      IJ.run(name);
    } catch (RuntimeException e) {
      if (!Macro.MACRO_CANCELED.equals(e.getMessage())) {
        throw e;
      }
    }
  }
}
