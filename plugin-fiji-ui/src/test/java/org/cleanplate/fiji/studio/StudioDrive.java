package org.cleanplate.fiji.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.WindowManager;
import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.assertj.swing.core.MouseButton;
import org.cleanplate.fiji.studio.model.RunState;
import org.cleanplate.fiji.studio.model.View;
import org.cleanplate.fiji.studio.model.WalkStack;
import org.cleanplate.fiji.studio.run.RunOutcome;

/**
 * A person at the window: opens a stack, tries options, runs, cancels, runs again, and replays the
 * copied macro. A picture of each step is written into a folder.
 */
final class StudioDrive extends DrivenStudio {
  private static final int FRAMES = 60;

  private StudioDrive(Path pictures) {
    super(pictures);
  }

  /**
   * @param arguments the class of the look and feel, and a folder
   */
  public static void main(String[] arguments) throws Exception {
    drive(arguments, StudioDrive::new);
  }

  @Override
  protected void drive() throws Exception {
    openImageJ(FRAMES);
    openStudio();
    firstMatteShowsByItself();
    System.out.println("Until the first matte: " + watch.describe());
    requireNoEventLongerThan(OPENING_MILLIS);
    watch.restart();
    estimatesAnotherPlate();
    changesTheView();
    movesTheDivider();
    zoomsAndMoves();
    stepsFrames();
    namesMistakes();
    runsAndCancels();
    String macro = runsAgain();
    replays(macro);
    restoresAPastRun();
    System.out.println("At work: " + watch.describe());
    requireNoEventLongerThan(WORKING_MILLIS);
    refusesToOpenFromAMacro();
  }

  private void firstMatteShowsByItself() throws Exception {
    waitFor("a matte", () -> ask(() -> model().preview().matte().isPresent()));
    waitFor("the verdict", () -> ask(() -> model().verdict().isPresent()));
    window.textBox("verdict").requireText("The background fits.");
    window.label("status").requireText(java.util.regex.Pattern.compile("Preview in .* s on .*"));
    take("preview");
  }

  private void estimatesAnotherPlate() throws Exception {
    window.comboBox("background").selectItem("Estimate: darkest");
    waitFor(
        "the choice",
        () -> ask(() -> model().options().value("background").orElseThrow()).equals("minimum"));
    waitForMatte();
    window.comboBox("background").selectItem("Estimate: median");
    waitForMatte();
  }

  private void changesTheView() throws Exception {
    window.toggleButton("view-alpha").click();
    waitFor("the view of alpha", () -> ask(() -> model().view()) == View.ALPHA);
    window.toggleButton("wipe").click();
    Point disc = onCanvas(WalkStack.centre(0, FRAMES), WalkStack.HEIGHT / 2);
    Point ground = onCanvas(150, 10);
    waitFor(
        "white on the disc and black beside it",
        () -> {
          BufferedImage shown = canvasPixels();
          return new Color(shown.getRGB(disc.x, disc.y)).getRed() > 240
              && new Color(shown.getRGB(ground.x, ground.y)).getRed() < 15;
        });
    take("alpha");
    window.toggleButton("view-error").click();
    take("error");
    window.toggleButton("view-cutout").click();
    window.toggleButton("wipe").click();
  }

  private void movesTheDivider() throws Exception {
    Component canvas = canvas();
    Point from = new Point(canvas.getWidth() / 2, 40);
    Point to = new Point(canvas.getWidth() / 4, 60);
    robot.pressMouse(canvas, from);
    robot.moveMouse(canvas, to);
    robot.releaseMouse(MouseButton.LEFT_BUTTON);
    assertEquals(0.25, ask(() -> studio.canvas().wipe().orElseThrow()), 0.01);
  }

  private void zoomsAndMoves() throws Exception {
    Component canvas = canvas();
    double before = ask(() -> studio.canvas().viewport().scale());
    robot.moveMouse(canvas, new Point(60, 60));
    robot.rotateMouseWheel(canvas, -2);
    waitFor("a larger picture", () -> ask(() -> studio.canvas().viewport().scale()) > before);
    String pixel = window.label("pixel").text();
    assertTrue(pixel.matches("x=\\d+, y=\\d+  source .*alpha \\d\\.\\d{3}.*"), pixel);
    double x = ask(() -> studio.canvas().viewport().x());
    robot.focus(canvas);
    robot.pressKey(KeyEvent.VK_SPACE);
    robot.pressMouse(canvas, new Point(200, 100));
    robot.moveMouse(canvas, new Point(230, 100));
    robot.releaseMouse(MouseButton.LEFT_BUTTON);
    robot.releaseKey(KeyEvent.VK_SPACE);
    assertEquals(x + 30, ask(() -> studio.canvas().viewport().x()), 1);
    window.button("zoom-fit").click();
    assertEquals(before, ask(() -> studio.canvas().viewport().scale()), 1e-9);
  }

  private void stepsFrames() throws Exception {
    robot.focus(canvas());
    robot.pressAndReleaseKey(KeyEvent.VK_RIGHT);
    robot.pressAndReleaseKey(KeyEvent.VK_RIGHT);
    waitFor("frame 3", () -> ask(() -> model().frame()) == 2);
    waitForMatte();
    Component plot = robot.finder().findByName(studio.frame(), "plot", true);
    robot.click(plot, new Point(plot.getWidth() / 2, plot.getHeight() / 2));
    int middle = ask(() -> model().frame());
    assertTrue(Math.abs(middle - FRAMES / 2) <= 1, "frame " + middle);
    waitForMatte();
    assertTrue(ask(() -> model().figures().isFresh(middle)));
    take("frame");
  }

  private void namesMistakes() throws Exception {
    window.textBox("advanced").enterText("treshold=0.9");
    String message = ask(() -> window.textBox("options-message").target().getText());
    assertTrue(message.contains("did you mean \"threshold\""), message);
    assertFalse(ask(() -> window.button("run").target().isEnabled()));
    take("mistake");
    window.textBox("advanced").deleteText();
    waitForMatte();
    window.button("run").requireEnabled();
  }

  private void runsAndCancels() throws Exception {
    int images = WindowManager.getImageCount();
    window.button("run").click();
    waitFor(
        "progress",
        () ->
            ask(
                () ->
                    model().run() instanceof RunState.Running running
                        && running.progress().filter(now -> now.done() > 1).isPresent()));
    take("run");
    robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
    waitFor("the end", () -> ask(() -> model().run() instanceof RunState.Idle));
    assertEquals(
        new RunOutcome.Cancelled(), ask(() -> model().history().get(0).outcome()), "by Esc");
    assertEquals(images, WindowManager.getImageCount(), "nothing is left");
  }

  private String runsAgain() throws Exception {
    window.comboBox("scale").selectItem("0.5");
    waitForMatte();
    window.button("run").click();
    waitFor("the second run", () -> ask(() -> model().history().size()) == 2);
    assertEquals(
        "finished: walk-foreground, walk-alpha",
        ask(() -> model().history().get(0).outcome().describe()));
    assertEquals(FRAMES, WindowManager.getImage("walk-alpha").getStackSize());
    assertEquals(FRAMES, ask(() -> model().figures().knownCount()));
    ask(
        () -> {
          studio.frame().toFront();
          return true;
        });
    take("results");
    String macro = copiedMacro();
    assertEquals(
        "run(\"Matte Stack...\", \"source=walk.tif background=median scale=0.5 alpha"
            + " foreground\");",
        macro);
    return macro;
  }

  private void restoresAPastRun() throws Exception {
    window.tabbedPane("tabs").selectTab("History");
    waitFor("the history", () -> ask(() -> studio.isShowingHistory()));
    window.table("history").requireRowCount(2);
    take("history");
    window.table("history").cell(org.assertj.swing.data.TableCell.row(1).column(0)).doubleClick();
    assertEquals(
        java.util.Optional.empty(), ask(() -> model().options().value("scale")), "as it was first");
  }

  private void refusesToOpenFromAMacro() {
    IJ.runMacro("run(\"Matting Studio...\", \"x\");");
    assertTrue(IJ.getLog().contains("in a macro use run(\"Matte Stack...\""), IJ.getLog());
  }
}
