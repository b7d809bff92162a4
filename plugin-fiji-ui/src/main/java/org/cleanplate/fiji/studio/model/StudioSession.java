package org.cleanplate.fiji.studio.model;

import ij.ImagePlus;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cleanplate.fiji.studio.preview.PreviewEngine;
import org.cleanplate.fiji.studio.preview.PreviewListener;
import org.cleanplate.fiji.studio.preview.PreviewRequest;
import org.cleanplate.fiji.studio.regions.RegionFiles;
import org.cleanplate.fiji.studio.run.PastRun;
import org.cleanplate.fiji.studio.run.RunEngine;
import org.cleanplate.fiji.studio.run.RunListener;
import org.cleanplate.imagej.macro.MacroRecording;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.MattedFrame;
import org.cleanplate.imagej.run.SourceFrame;
import org.cleanplate.plate.check.PlateCheck;
import org.cleanplate.progress.Progress;

/**
 * All that a user can do, without a window: changes the model and has previews and runs computed as
 * it changes. Used by the thread of the model.
 */
public final class StudioSession implements AutoCloseable {
  private final StudioModel model = new StudioModel();
  private final PreviewEngine previews;
  private final RunEngine runs;
  private final Painting painting;

  /** The source of the run that was started last, and what it was asked for. */
  private Optional<ImagePlus> ranOn = Optional.empty();

  private Optional<MatteStackParameters> ranWith = Optional.empty();

  /**
   * Nothing is chosen yet.
   *
   * @param opener shows a result; called by the run's thread
   * @param modelThread runs tasks on the thread of the model, one after the other
   */
  public StudioSession(EngineProvider engines, Consumer<ImagePlus> opener, Executor modelThread) {
    previews = new PreviewEngine(engines, modelThread, new PreviewResults());
    runs = new RunEngine(engines, opener, modelThread, new RunResults());
    painting = new Painting(model, this::setOptions, modelThread);
  }

  public StudioModel model() {
    return model;
  }

  /** The garbage matte. */
  public Painting painting() {
    return painting;
  }

  /**
   * Begins with the first of the open images. If just one other could be its clean plate, a single
   * picture of the same kind and size, that is chosen; else the plate is estimated.
   *
   * @param open the current one first
   */
  public void start(List<ImagePlus> open) {
    Optional<ImagePlus> source = open.stream().findFirst();
    List<ImagePlus> plates =
        source.stream()
            .flatMap(image -> open.stream().filter(other -> couldBePlate(other, image)))
            .toList();
    if (plates.size() == 1) {
      model.setOptions(model.options().with("background", Optional.of(plates.get(0).getTitle())));
    }
    chooseSource(source);
  }

  private static boolean couldBePlate(ImagePlus image, ImagePlus source) {
    return image != source
        && image.getStackSize() == 1
        && image.getWidth() == source.getWidth()
        && image.getHeight() == source.getHeight()
        && image.getBitDepth() == source.getBitDepth();
  }

  /** Works on another image; on none if empty. */
  public void chooseSource(Optional<ImagePlus> image) {
    previews.cancel();
    model.setSource(image);
    painting.sourceChosen();
    preview();
  }

  /** Takes other options; the preview follows. */
  public void setOptions(StudioOptions options) {
    if (options.equals(model.options())) {
      return;
    }
    boolean samePlate = background().equals(background(options));
    model.setOptions(options);
    if (!samePlate) {
      model.setVerdict(Optional.empty());
    }
    preview();
  }

  private Optional<String> background() {
    return background(model.options());
  }

  private static Optional<String> background(StudioOptions options) {
    return options.value("background");
  }

  /** Goes to another frame, from 0; one that there is not becomes the nearest. */
  public void goToFrame(int frame) {
    int before = model.frame();
    model.setFrame(frame);
    if (model.frame() != before) {
      preview();
    }
  }

  /** Estimates and checks the background anew, of the pixels as they are now. */
  public void refresh() {
    previews.forgetPlate();
    model.setVerdict(Optional.empty());
    preview();
  }

  private void preview() {
    Optional<MatteStackParameters> parameters = model.parameters();
    if (parameters.isPresent()) {
      model.setPreview(shown -> shown.computing("Computing"));
      previews.request(
          new PreviewRequest(model.source().orElseThrow(), parameters.get(), model.frame()));
    } else {
      previews.cancel();
      model.setPreview(Preview::idle);
    }
  }

  /** Starts a run with the options of now, and records it; nothing if one is going on. */
  public void run() {
    painting.whenKept(this::start);
  }

  private void start() {
    model
        .parameters()
        .filter(runs::start)
        .ifPresent(
            parameters -> {
              ranOn = model.source();
              ranWith = model.parameters();
              MacroRecording.record(MatteStackParameters.COMMAND, parameters.toMacro());
              model.setRun(new RunState.Running(Optional.empty(), false));
            });
  }

  /** Asks the run to stop. */
  public void cancel() {
    if (model.run() instanceof RunState.Running running) {
      runs.cancel();
      model.setRun(new RunState.Running(running.progress(), true));
    }
  }

  /** Hands out the macro of now, as soon as all files that it names are there to stay. */
  public void copyMacro(Consumer<String> taker) {
    painting.whenKept(() -> macro().ifPresent(taker));
  }

  /** The one line that repeats a run with the options of now; empty if they are not understood. */
  public Optional<String> macro() {
    return model
        .parameters()
        .map(
            parameters ->
                MacroRecording.line(MatteStackParameters.COMMAND, parameters.toMacro(), false));
  }

  /**
   * Takes up the options of a run before.
   *
   * @param controlled the keys that have controls of their own
   */
  public void restore(PastRun past, Set<String> controlled) {
    Set<String> keys = new HashSet<>(controlled);
    keys.addAll(RegionFiles.KEYS);
    StudioOptions options = StudioOptions.of(past.parameters(), keys);
    Optional<RegionFiles> painted = RegionFiles.named(options.keys());
    painting.restored(painted.orElse(RegionFiles.NONE));
    setOptions(painted.isPresent() ? options : StudioOptions.of(past.parameters(), controlled));
  }

  /** Ends the preview and the run. */
  @Override
  public void close() {
    previews.close();
    runs.cancel();
    painting.close();
  }

  private final class PreviewResults implements PreviewListener {
    @Override
    public void sourceRead(SourceFrame frame) {
      model.setPreview(shown -> shown.ofFrame(frame));
    }

    @Override
    public void progress(Progress progress) {
      model.setPreview(shown -> shown.computing(progress.describe()));
    }

    @Override
    public void matted(MattedFrame frame, Duration took) {
      model.setPreview(shown -> shown.matted(frame, took));
      model.addFigures(
          (int) frame.source().index(),
          frame.measurement().coverage(),
          frame.measurement().meanError(),
          true);
    }

    @Override
    public void checked(PlateCheck check) {
      model.setVerdict(model.preview().matte().map(matted -> PlateVerdict.of(check, matted)));
    }

    @Override
    public void failed(String message) {
      model.setPreview(shown -> shown.failed(message));
    }
  }

  private final class RunResults implements RunListener {
    @Override
    public void progress(Progress progress) {
      if (model.run() instanceof RunState.Running running) {
        model.setRun(new RunState.Running(Optional.of(progress), running.cancelling()));
      }
    }

    @Override
    public void matted(int series, int frame, double coverage, double meanError) {
      boolean shown =
          model
              .source()
              .filter(image -> ranOn.filter(source -> source == image).isPresent())
              .filter(image -> model.shownSeries(image) == series)
              .isPresent();
      if (shown) {
        model.addFigures(frame, coverage, meanError, model.parameters().equals(ranWith));
      }
    }

    @Override
    public void ended(PastRun run) {
      model.setRun(new RunState.Idle(Optional.of(run.outcome())));
      model.addToHistory(run);
    }
  }
}
