package org.cleanplate.fiji.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.model.WalkStack;
import org.cleanplate.fiji.window.DrivenWindow;
import org.cleanplate.imagej.parameters.MatteStackParameters;

/** The studio in the hands of a person. */
abstract class DrivenStudio extends DrivenWindow {
  StudioFrame studio;

  DrivenStudio(Path pictures) {
    super(pictures);
  }

  /** Does it all, and ends this JVM. */
  static void drive(String[] arguments, Function<Path, DrivenStudio> person) throws Exception {
    UIManager.setLookAndFeel(arguments[0]);
    person.apply(Path.of(arguments[1])).driveToTheEnd();
  }

  /** With an open stack. */
  final ImagePlus openImageJ(int frames) {
    new ImageJ(ImageJ.NO_SHOW);
    addToMenu(MatteStackParameters.COMMAND, "org.cleanplate.imagej.command.MatteStackCommand");
    addToMenu(MattingStudio.COMMAND, MattingStudio.class.getName());
    ImagePlus stack = WalkStack.of("walk.tif", frames);
    stack.show();
    stack.getWindow().setLocation(1000, 700);
    return stack;
  }

  @SuppressWarnings("unchecked") // ImageJ's table has no types.
  private static void addToMenu(String command, String plugin) {
    Menus.getCommands().put(command, plugin);
  }

  final void openStudio() throws Exception {
    long start = System.nanoTime();
    IJ.doCommand(MattingStudio.COMMAND);
    waitFor("the window", () -> ask(() -> StudioFrame.opened().isPresent()));
    studio = ask(() -> StudioFrame.opened().orElseThrow());
    waitFor("its parts", () -> ask(() -> studio.isFilled()));
    System.out.printf("Window after %d ms%n", (System.nanoTime() - start) / 1_000_000);
    place(studio.frame(), 1180, 740);
    assertEquals("walk.tif", ask(() -> model().source().orElseThrow().getTitle()));
  }

  final String copiedMacro() throws Exception {
    window.button("copy-macro").click();
    waitFor("the macro", () -> ask(() -> window.label("status").text()).startsWith("Copied"));
    return clipboard();
  }

  /** Requires that the macro makes the results again that are open. */
  final void replays(String macro) {
    IJ.runMacro(macro);
    for (String result : new String[] {"walk-alpha", "walk-foreground"}) {
      ImagePlus first = WindowManager.getImage(result);
      ImagePlus again = WindowManager.getImage(result + "-1");
      for (int slice = 1; slice <= first.getStackSize(); slice++) {
        assertTrue(
            Objects.deepEquals(
                first.getStack().getPixels(slice), again.getStack().getPixels(slice)),
            result + ", slice " + slice);
      }
      // Their windows lie over the studio's, and so does the Log.
      first.close();
      again.close();
    }
    WindowManager.getWindow("Log").setVisible(false);
  }

  final StudioModel model() {
    return studio.session().model();
  }

  final JComponent canvas() {
    return studio.canvas();
  }

  final Point onCanvas(int x, int y) {
    var view = ask(() -> studio.canvas().viewport());
    return new Point(
        (int) Math.round(view.x() + view.scale() * x),
        (int) Math.round(view.y() + view.scale() * y));
  }

  final BufferedImage canvasPixels() {
    return ask(
        () -> {
          JComponent canvas = canvas();
          BufferedImage image =
              new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
          canvas.paint(image.createGraphics());
          return image;
        });
  }

  final void waitForMatte() throws Exception {
    waitFor(
        "a matte of the current frame",
        () ->
            ask(
                () ->
                    model().preview().computing().isEmpty()
                        && model()
                            .preview()
                            .matte()
                            .filter(matte -> matte.source().index() == model().frame())
                            .isPresent()));
  }
}
