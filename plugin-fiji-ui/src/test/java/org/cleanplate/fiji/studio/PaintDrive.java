package org.cleanplate.fiji.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.swing.core.MouseButton;
import org.cleanplate.fiji.studio.model.WalkStack;
import org.cleanplate.network.graph.Layer;

/**
 * A person who paints: keeps a piece of the ground, removes a piece of the disc everywhere, takes a
 * selection of ImageJ's, runs, and replays the copied macro.
 */
final class PaintDrive extends DrivenStudio {
  private static final int FRAMES = 5;

  /** On the ground in every frame. */
  private static final Point KEPT = new Point(60, 14);

  private static final Point SELECTED = new Point(100, 108);

  /** On the disc in the first frame. */
  private static final Point REMOVED = new Point(WalkStack.centre(0, FRAMES), 60);

  private final Path regions;
  private ImagePlus stack;

  private PaintDrive(Path pictures) {
    super(pictures);
    regions = pictures.resolve("regions");
  }

  /**
   * @param arguments the class of the look and feel, and a folder
   */
  public static void main(String[] arguments) throws Exception {
    drive(arguments, PaintDrive::new);
  }

  @Override
  protected void drive() throws Exception {
    System.setProperty("cleanplate.regions", regions.toString());
    stack = openImageJ(FRAMES);
    openStudio();
    waitForMatte();
    watch.restart();
    keepsAPieceOfTheGround();
    removesAPieceOfTheDiscEverywhere();
    takesItBackAndAgain();
    keepsASelection();
    leavesOtherFramesAlone();
    runs();
    String macro = copiedMacro();
    assertTrue(
        macro.contains("include_area=" + regions) && macro.contains("exclude_area=" + regions),
        macro);
    System.out.println("At work: " + watch.describe());
    requireNoEventLongerThan(WORKING_MILLIS);
    replays(macro);
    opensTheRoiManager();
  }

  private void keepsAPieceOfTheGround() throws Exception {
    assertTrue(alpha(KEPT) < 0.1, "ground");
    window.toggleButton("tool-keep").click();
    window.slider("brush-size").slideTo(20);
    window.label("brush-diameter").requireText("10 px");
    stroke(new Point(45, 14), KEPT, new Point(80, 20));
    waitFor("1 under the stroke", () -> alpha(KEPT) == 1);
    take("keep");
  }

  private void removesAPieceOfTheDiscEverywhere() throws Exception {
    robot.focus(canvas());
    robot.pressAndReleaseKey(KeyEvent.VK_R);
    robot.pressAndReleaseKey(KeyEvent.VK_CLOSE_BRACKET);
    window.toggleButton("tool-remove").requireSelected();
    window.label("brush-diameter").requireText("11 px");
    window.checkBox("all-frames").check();
    stroke(new Point(20, 60), REMOVED, new Point(150, 60));
    waitFor("0 under the stroke", () -> alpha(REMOVED) == 0);
    window.checkBox("all-frames").uncheck();
    take("remove");
  }

  private void takesItBackAndAgain() throws Exception {
    robot.focus(canvas());
    robot.pressKey(KeyEvent.VK_CONTROL);
    robot.pressAndReleaseKey(KeyEvent.VK_Z);
    robot.releaseKey(KeyEvent.VK_CONTROL);
    waitFor("the disc", () -> alpha(REMOVED) > 0.9);
    assertEquals(1, alpha(KEPT), "the stroke before");
    window.button("redo").click();
    waitFor("the stroke again", () -> alpha(REMOVED) == 0);
    window.button("redo").requireDisabled();
  }

  private void keepsASelection() throws Exception {
    ask(
        () -> {
          stack.setRoi(new Roi(SELECTED.x - 5, SELECTED.y - 5, 10, 10));
          return true;
        });
    window.button("regions").click();
    take("menu");
    window.menuItem("keep-selection").click();
    waitFor("1 in the selection", () -> alpha(SELECTED) == 1);
    window.toggleButton("view-alpha").click();
    take("alpha");
  }

  private void leavesOtherFramesAlone() throws Exception {
    robot.focus(canvas());
    robot.pressAndReleaseKey(KeyEvent.VK_RIGHT);
    waitForMatte();
    waitFor("the second frame", () -> alpha(REMOVED) == 0);
    assertTrue(alpha(KEPT) < 0.1 && alpha(SELECTED) < 0.1, "painted on the first alone");
    take("next-frame");
  }

  private void runs() throws Exception {
    window.button("run").click();
    waitFor("the run", () -> ask(() -> model().history().size()) == 1);
    ImagePlus alpha = WindowManager.getImage("walk-alpha");
    for (int slice = 1; slice <= FRAMES; slice++) {
      ImageProcessor plane = alpha.getStack().getProcessor(slice);
      assertEquals(0, plane.getf(REMOVED.x, REMOVED.y), "slice " + slice);
      assertEquals(slice == 1, plane.getf(KEPT.x, KEPT.y) == 1, "slice " + slice);
      assertEquals(slice == 1, plane.getf(SELECTED.x, SELECTED.y) == 1, "slice " + slice);
    }
    ask(
        () -> {
          studio.frame().toFront();
          return true;
        });
  }

  private void opensTheRoiManager() throws Exception {
    window.button("regions").click();
    window.menuItem("roi-manager").click();
    waitFor("the manager", () -> Optional.ofNullable(RoiManager.getInstance()).isPresent());
    RoiManager manager = RoiManager.getInstance();
    waitFor("one file of each kind, a region each", () -> ask(() -> manager.getCount()) == 2);
    assertFalse(ask(() -> manager.getRoi(0).getName()).isEmpty());
    take("manager");
  }

  private void stroke(Point... way) throws Exception {
    robot.pressMouse(canvas(), onCanvas(way[0].x, way[0].y));
    for (Point point : way) {
      robot.moveMouse(canvas(), onCanvas(point.x, point.y));
    }
    robot.releaseMouse(MouseButton.LEFT_BUTTON);
  }

  /** In the preview, if it is of the current frame; else -1. */
  private float alpha(Point pixel) {
    return ask(
        () ->
            model()
                .preview()
                .matte()
                .filter(matte -> matte.source().index() == model().frame())
                .map(matte -> matte.layers().get(Layer.ALPHA_FLOAT).pixels().asFloatBuffer())
                .map(values -> values.get(pixel.y * WalkStack.WIDTH + pixel.x))
                .orElse(-1f));
  }
}
