package org.cleanplate.imagej.dialog;

import static org.cleanplate.resume.ResumableSink.DEFAULT_CHUNK_FRAMES;

import ij.gui.GenericDialog;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.EditsChoice;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.imagej.parameters.FindingsChoice;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.imagej.parameters.PlateOptions;
import org.cleanplate.imagej.parameters.StretchChoice;
import org.cleanplate.imagej.parameters.VideoChoice;
import org.cleanplate.imagej.run.EngineHolder;

/** Asks for a video and what to make of it. */
public final class MatteVideoDialog {
  private final GenericDialog dialog = new GenericDialog("Matte Video");
  private final BackgroundFields background;
  private final MattingFields matting;
  private final FileFields files;
  private final StretchFields stretch;
  private final VideoFields reading;

  private MatteVideoDialog() {
    dialog.addFileField("Video file", "", 24);
    reading = new VideoFields(dialog);
    stretch = new StretchFields(dialog);
    background = new BackgroundFields(dialog, "Frame", OpenImages.all(), false);
    matting = new MattingFields(dialog, EngineHolder.modelNames()).withBackdrop().withContrast();
    OutputFields.add(dialog, Output.WRITABLE);
    files = new FileFields(dialog, "Output folder", FileFormat.ofVideos());
    dialog.addHelp(HelpPage.of(MatteVideoParameters.SYNTAX));
    dialog.addDialogListener(
        (changed, event) -> {
          background.update();
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
  public static Optional<MatteVideoParameters> ask() {
    EngineHolder.prepare();
    MatteVideoDialog shown = new MatteVideoDialog();
    shown.dialog.showDialog();
    return shown.dialog.wasCanceled() ? Optional.empty() : Optional.of(shown.read());
  }

  private MatteVideoParameters read() {
    String video = Fields.path(dialog.getNextString());
    if (video.isEmpty()) {
      throw new MattingException("No video is chosen: give a video file or a folder of pictures");
    }
    VideoChoice read = reading.read();
    StretchChoice frames = stretch.read();
    BackgroundChoice plate = background.read();
    AlignmentChoice align = background.readAlignment();
    PlateOptions options = background.readOptions(plate);
    MattingParameters model = matting.read();
    Set<Output> outputs = OutputFields.read(dialog, Output.WRITABLE);
    return new MatteVideoParameters(
        video,
        plate,
        align,
        options,
        model,
        outputs,
        EditsChoice.NONE,
        FindingsChoice.NONE,
        files
            .read()
            .orElseThrow(() -> new MattingException("No output folder is chosen: give one")),
        read,
        frames,
        DEFAULT_CHUNK_FRAMES);
  }
}
