package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Mattes a video from file to files. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Matte Video",
    headless = true,
    description = "Alpha and foreground of a video, into files")
public final class MatteVideo extends MenuCommand {
  @Parameter(label = "Video", description = Described.VIDEO, persist = false)
  private String video = "";

  @Parameter(label = "Background", description = Described.BACKGROUND, persist = false)
  private String background = "median";

  @Parameter(
      label = "Align background",
      description = Described.ALIGN,
      choices = {"auto", "off", "translation", "affine", "homography"},
      persist = false)
  private String align = "auto";

  @Parameter(label = "Output folder", description = "where to write the results", persist = false)
  private String output = "";

  @Parameter(
      label = "Kind of files",
      description = "h264, h265, prores, ffv1, vp9, png, tiff, ...",
      persist = false)
  private String preset = "h264";

  @Parameter(label = "Results", description = Described.RESULTS, persist = false)
  private String outputs = "alpha foreground";

  @Parameter(label = "Model", description = Described.MODEL, required = false, persist = false)
  private String model = "";

  @Parameter(label = "Device", description = Described.DEVICE, persist = false)
  private String device = "auto";

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  /** Called by SciJava. */
  public MatteVideo() {
    super("Matte Video");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("video", video);
    inputs.add("background", background);
    inputs.add("align", align);
    inputs.add("output", output);
    inputs.add("preset", preset);
    inputs.text(outputs);
    inputs.add("model", model);
    inputs.add("device", device);
    inputs.text(options);
  }
}
