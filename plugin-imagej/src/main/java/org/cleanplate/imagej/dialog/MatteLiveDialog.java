package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.imagej.parameters.LiveShown;
import org.cleanplate.imagej.parameters.MatteLiveParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.live.BackgroundGrab;
import org.cleanplate.video.LiveInput;

/** Asks for a camera, and what to show and record of it. */
public final class MatteLiveDialog {
  private static final String GRAB = "Grab from the camera";

  private final GenericDialog dialog = new GenericDialog("Matte Live");
  private final List<String> titles = OpenImages.all().stream().map(ImagePlus::getTitle).toList();
  private final MattingFields matting;
  private final FileFields files;

  private MatteLiveDialog() {
    dialog.addMessage("In the window: B grabs the background, V changes the view, Esc ends.");
    dialog.addStringField("Camera, stream or file", LiveInput.cameraName(), 24);
    dialog.addStringField("Device format", LiveInput.cameraFormat(), 12);
    dialog.addStringField("Frame size", "", 12);
    List<String> backgrounds = new ArrayList<>(List.of(GRAB));
    backgrounds.addAll(titles);
    dialog.addChoice("Background", backgrounds.toArray(String[]::new), GRAB);
    dialog.addNumericField("Frames to grab", BackgroundGrab.DEFAULT_FRAMES, 0, 6, "");
    String[] views = Arrays.stream(LiveShown.values()).map(LiveShown::key).toArray(String[]::new);
    dialog.addChoice("View", views, views[0]);
    matting = new MattingFields(dialog, EngineHolder.modelNames());
    OutputFields.add(dialog, Output.WRITABLE);
    files = new FileFields(dialog, "Record to folder", FileFormat.ofVideos());
    dialog.addHelp(HelpPage.of(MatteLiveParameters.SYNTAX));
    dialog.addDialogListener(
        (changed, event) -> {
          matting.update();
          files.update();
          return true;
        });
  }

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if a field cannot be understood
   */
  public static Optional<MatteLiveParameters> ask() {
    EngineHolder.prepare();
    MatteLiveDialog shown = new MatteLiveDialog();
    shown.dialog.showDialog();
    return shown.dialog.wasCanceled() ? Optional.empty() : Optional.of(shown.read());
  }

  private MatteLiveParameters read() {
    LiveInput input = input();
    int background = dialog.getNextChoiceIndex();
    int grab = Fields.wholeNumber("Frames to grab", dialog.getNextNumber(), 1);
    LiveShown view = LiveShown.values()[dialog.getNextChoiceIndex()];
    MattingParameters model = matting.read();
    Set<Output> outputs = OutputFields.read(dialog, Output.WRITABLE);
    Optional<FileExport> export = files.read();
    return new MatteLiveParameters(
        input,
        background == 0 ? Optional.empty() : Optional.of(titles.get(background - 1)),
        grab,
        model,
        view,
        outputs,
        export,
        OptionalInt.empty(),
        OptionalDouble.empty());
  }

  private LiveInput input() {
    String name = Fields.path(dialog.getNextString());
    String format = dialog.getNextString().strip();
    String size = dialog.getNextString().strip();
    if (name.isEmpty()) {
      throw new MattingException("No camera is chosen: give one, a stream's address or a file");
    }
    LiveInput named = LiveInput.of(name);
    // Of a file or a stream, the camera's format is only what stood there before.
    boolean given = !format.isEmpty() && !format.equals(LiveInput.cameraFormat());
    return new LiveInput(
        name,
        given ? Optional.of(format) : named.format(),
        size.isEmpty() ? Optional.empty() : Optional.of(size),
        OptionalDouble.empty());
  }
}
