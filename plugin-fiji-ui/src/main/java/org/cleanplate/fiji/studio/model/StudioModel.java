package org.cleanplate.fiji.studio.model;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.cleanplate.MattingException;
import org.cleanplate.fiji.studio.regions.GarbageMatte;
import org.cleanplate.fiji.studio.run.PastRun;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.StackSeries;
import org.cleanplate.imagej.parameters.AxesChoice;
import org.cleanplate.imagej.parameters.MatteStackParameters;

/**
 * What the window shows: what is chosen, what is found, what goes on. Knows no window; views listen
 * and are told which aspect has changed. Used by one thread, with a window the event thread.
 */
public final class StudioModel {

  /** What of the model has changed. */
  public enum Aspect {
    /** Another image is the source, or none is. */
    SOURCE,
    OPTIONS,
    /** What is painted. */
    PAINTED,
    FRAME,
    VIEW,
    PREVIEW,
    VERDICT,
    FIGURES,
    RUN,
    HISTORY
  }

  private final List<Consumer<Aspect>> listeners = new CopyOnWriteArrayList<>();
  private final List<PastRun> history = new ArrayList<>();
  private Optional<ImagePlus> source = Optional.empty();
  private StudioOptions options = StudioOptions.INITIAL;
  private Optional<MatteStackParameters> parameters = Optional.empty();
  private Optional<String> mistake = Optional.empty();
  private FrameFigures figures = new FrameFigures(0);
  private int frame;
  private View view = View.CUTOUT;
  private GarbageMatte matte = GarbageMatte.NONE;
  private Preview preview = Preview.NONE;
  private Optional<PlateVerdict> verdict = Optional.empty();
  private RunState run = new RunState.Idle(Optional.empty());

  /** Hears of every change, on the thread that makes it. */
  public void addListener(Consumer<Aspect> listener) {
    listeners.add(listener);
  }

  private void changed(Aspect aspect) {
    listeners.forEach(listener -> listener.accept(aspect));
  }

  /** The image to matte; empty if none is open. */
  public Optional<ImagePlus> source() {
    return source;
  }

  /** Takes another image, at the frame that it shows. */
  void setSource(Optional<ImagePlus> image) {
    source = image;
    preview = Preview.NONE;
    verdict = Optional.empty();
    parse();
    int frames = image.map(shown -> series(shown).frameCount()).orElse(0);
    figures = new FrameFigures(frames);
    frame = image.map(this::shownFrame).orElse(0);
    List.of(Aspect.SOURCE, Aspect.FRAME, Aspect.FIGURES, Aspect.PREVIEW, Aspect.VERDICT)
        .forEach(this::changed);
  }

  private int shownFrame(ImagePlus image) {
    int[] shown = image.convertIndexToPosition(image.getCurrentSlice());
    return (int) series(image).frameAt(shown[1], shown[2]).orElse(0);
  }

  /** The series that an image shows. */
  private StackSeries series(ImagePlus image) {
    return allSeries(image).get(shownSeries(image));
  }

  /** Which of the image's series is shown and previewed, from 0. */
  int shownSeries(ImagePlus image) {
    int[] shown = image.convertIndexToPosition(image.getCurrentSlice());
    List<StackSeries> all = allSeries(image);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).contains(shown[0], shown[1], shown[2])) {
        return i;
      }
    }
    return 0;
  }

  private List<StackSeries> allSeries(ImagePlus image) {
    AxesChoice axes = parameters.map(MatteStackParameters::axes).orElse(AxesChoice.AUTO);
    return StackSeries.of(image, axes);
  }

  public StudioOptions options() {
    return options;
  }

  void setOptions(StudioOptions changed) {
    options = changed;
    parse();
    figures.age();
    changed(Aspect.OPTIONS);
    changed(Aspect.FIGURES);
  }

  /** Takes options that mean the same and name other files. */
  void renameFiles(StudioOptions renamed) {
    options = renamed;
    parse();
    changed(Aspect.OPTIONS);
  }

  private void parse() {
    parameters = Optional.empty();
    mistake = Optional.empty();
    if (source.isEmpty()) {
      return;
    }
    try {
      parameters = Optional.of(options.parse(nameOf(source.get())));
    } catch (MattingException e) {
      mistake = Optional.of(e.getMessage());
    }
  }

  /** The title, or the id if another image bears that title too. */
  private static String nameOf(ImagePlus image) {
    boolean found = OpenImages.find(image.getTitle()).filter(other -> other == image).isPresent();
    return found ? image.getTitle() : Integer.toString(image.getID());
  }

  /** What a run would be asked for; empty without a source, and if there is a mistake. */
  public Optional<MatteStackParameters> parameters() {
    return parameters;
  }

  /** What is wrong with the options, in a sentence. */
  public Optional<String> mistake() {
    return mistake;
  }

  public FrameFigures figures() {
    return figures;
  }

  void addFigures(int atFrame, double coverage, double meanError, boolean fresh) {
    figures.put(atFrame, coverage, meanError, fresh);
    changed(Aspect.FIGURES);
  }

  /** The current frame, from 0. */
  public int frame() {
    return frame;
  }

  /** How many frames the shown series has; 0 without a source. */
  public int frameCount() {
    return figures.frameCount();
  }

  void setFrame(int number) {
    frame = Math.max(0, Math.min(frameCount() - 1, number));
    changed(Aspect.FRAME);
  }

  /** The current frame's place in the image's stack, from 1, in its first channel. */
  public OptionalInt plane() {
    return frameCount() == 0
        ? OptionalInt.empty()
        : source
            .map(image -> OptionalInt.of(plane(image, series(image))))
            .orElseGet(OptionalInt::empty);
  }

  private int plane(ImagePlus image, StackSeries shown) {
    return image.getStackIndex(1, shown.slice(frame), shown.timePoint(frame));
  }

  /** What is painted on the source. */
  public GarbageMatte matte() {
    return matte;
  }

  void setMatte(GarbageMatte painted) {
    matte = painted;
    changed(Aspect.PAINTED);
  }

  public View view() {
    return view;
  }

  /** Shows another side of the matte. */
  public void setView(View other) {
    view = other;
    changed(Aspect.VIEW);
  }

  public Preview preview() {
    return preview;
  }

  void setPreview(UnaryOperator<Preview> change) {
    preview = change.apply(preview);
    changed(Aspect.PREVIEW);
  }

  /** What to think of the plate; empty until it was looked at. */
  public Optional<PlateVerdict> verdict() {
    return verdict;
  }

  void setVerdict(Optional<PlateVerdict> found) {
    verdict = found;
    changed(Aspect.VERDICT);
  }

  public RunState run() {
    return run;
  }

  void setRun(RunState state) {
    run = state;
    changed(Aspect.RUN);
  }

  /** The runs of this session, the latest first. */
  public List<PastRun> history() {
    return List.copyOf(history);
  }

  void addToHistory(PastRun past) {
    history.add(0, past);
    changed(Aspect.HISTORY);
  }
}
