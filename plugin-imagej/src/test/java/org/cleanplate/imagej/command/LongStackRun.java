package org.cleanplate.imagej.command;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.WindowManager;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.DifferenceEngine;

/** Mattes a virtual stack in a JVM of its own, whose heap is smaller than source and results. */
final class LongStackRun {
  static final int SIDE = 512;
  static final int SLICES = 200;

  private LongStackRun() {}

  /**
   * @param arguments the folder for the results
   */
  public static void main(String[] arguments) {
    DifferenceEngine engine = new DifferenceEngine();
    boolean done;
    String log;
    int current;
    try (MacroRunner macro = new MacroRunner()) {
      macro.open(new ImagePlus("plate", new ByteProcessor(SIDE, SIDE)));
      macro.open(new ImagePlus("long", new Slices()));
      done =
          macro.run(
              arg ->
                  Launcher.launch(
                      MatteStackParameters.COMMAND,
                      () -> MatteStackCommand.command((model, device) -> engine.opened())),
              "background=plate align=off match=off alpha format=stack open save=["
                  + arguments[0]
                  + "]");
      log = macro.log();
      ImagePlus alpha = WindowManager.getCurrentImage();
      ImageProcessor last = alpha.getStack().getProcessor(alpha.getStackSize());
      current = last.getf(SLICES, 7) == 1 ? alpha.getStackSize() : 0;
    }
    System.out.println(log);
    System.out.println(done && current == SLICES ? "matted all" : "failed");
  }

  /** One pixel of each slice is the subject. */
  private static final class Slices extends VirtualStack {
    Slices() {
      super(SIDE, SIDE, SLICES);
    }

    @Override
    public ImageProcessor getProcessor(int index) {
      ByteProcessor slice = new ByteProcessor(SIDE, SIDE);
      slice.set(index, 7, 200);
      return slice;
    }

    @Override
    public String getSliceLabel(int index) {
      return "slice " + index;
    }
  }
}
