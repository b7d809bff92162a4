package org.cleanplate.fiji.studio.model;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cleanplate.MattingException;
import org.cleanplate.fiji.studio.regions.Brush;
import org.cleanplate.fiji.studio.regions.GarbageMatte;
import org.cleanplate.fiji.studio.regions.MatteHistory;
import org.cleanplate.fiji.studio.regions.PixelMask;
import org.cleanplate.fiji.studio.regions.RegionFiles;
import org.cleanplate.fiji.studio.regions.RegionKeeper;

/**
 * Painting a garbage matte: what is painted goes into files of regions, and these into the options,
 * as a macro would name them. Each image has its own. Used by the thread of the model.
 */
public final class Painting implements AutoCloseable {
  private final StudioModel model;
  private final Consumer<StudioOptions> options;
  private final RegionKeeper keeper;

  /** By the id of the image. */
  private final Map<Integer, MatteHistory> histories = new HashMap<>();

  private final List<Runnable> whenKept = new ArrayList<>();
  private boolean onAllFrames;
  private State state = State.KEPT;

  /** Grows with each change; what is told of an older one is too late. */
  private long version;

  /** What the options name. */
  private enum State {
    /** Files of a matte before this one. */
    OLDER,
    /** Files that are deleted when the session ends. */
    DRAFT,
    /** Files that stay, or none. */
    KEPT
  }

  /**
   * Nothing is painted yet.
   *
   * @param options takes the options that name what is painted, and has it previewed
   */
  Painting(StudioModel model, Consumer<StudioOptions> options, Executor modelThread) {
    this.model = model;
    this.options = options;
    this.keeper = new RegionKeeper(modelThread);
  }

  /** Whether strokes hold on all frames instead of the one that they are made on. */
  public boolean isOnAllFrames() {
    return onAllFrames;
  }

  public void setOnAllFrames(boolean on) {
    onAllFrames = on;
  }

  private MatteHistory history() {
    return histories.computeIfAbsent(
        model.source().map(ImagePlus::getID).orElse(0), id -> new MatteHistory());
  }

  public boolean canUndo() {
    return history().canUndo();
  }

  public boolean canRedo() {
    return history().canRedo();
  }

  /** Paints over the current frame, or over all; nothing without a source. */
  public void paint(Brush brush, PixelMask stroke) {
    model
        .plane()
        .ifPresent(
            plane -> {
              OptionalInt reach = onAllFrames ? OptionalInt.empty() : OptionalInt.of(plane);
              take(model.matte().painted(reach, brush, stroke));
            });
  }

  /**
   * Paints the inside of ImageJ's selection.
   *
   * @throws MattingException if there is none, or it has no inside
   */
  public void paintSelection(Brush brush) {
    ImagePlus image =
        model.source().orElseThrow(() -> new MattingException("Open a stack, and choose it"));
    Roi selection = image.getRoi();
    if (selection == null) {
      throw new MattingException(
          "\"" + image.getTitle() + "\" has no selection: draw one in its window");
    }
    paint(brush, PixelMask.of(selection, image.getWidth(), image.getHeight()));
  }

  /** Nothing is painted on the current frame any more. */
  public void clearFrame() {
    model.plane().ifPresent(plane -> take(model.matte().cleared(plane)));
  }

  /** Nothing is painted any more. */
  public void clearAll() {
    take(GarbageMatte.NONE);
  }

  public void undo() {
    if (canUndo()) {
      history().undo();
      changed();
    }
  }

  public void redo() {
    if (canRedo()) {
      history().redo();
      changed();
    }
  }

  private void take(GarbageMatte matte) {
    if (history().add(matte)) {
      changed();
    }
  }

  private void changed() {
    long current = ++version;
    state = State.OLDER;
    GarbageMatte matte = history().current();
    model.setMatte(matte);
    model
        .source()
        .ifPresent(
            image ->
                keeper.draft(
                    matte, image, files -> drafted(current, matte, files), this::notSaved));
  }

  private void drafted(long ofVersion, GarbageMatte matte, RegionFiles files) {
    if (ofVersion == version) {
      state = matte.isNone() ? State.KEPT : State.DRAFT;
      options.accept(model.options().with(RegionFiles.KEYS, files.values()));
    }
  }

  /** What waits for the files does not happen: it would not be what is seen. */
  private void notSaved(String message) {
    whenKept.clear();
    model.setPreview(shown -> shown.failed("What is painted cannot be saved: " + message));
  }

  /** Hands out the files of what is painted as soon as they are there to stay. */
  public void keepFiles(Consumer<RegionFiles> taker) {
    whenKept(() -> RegionFiles.named(model.options().keys()).ifPresent(taker));
  }

  /** Does something as soon as the options name files that stay. */
  void whenKept(Runnable action) {
    if (state == State.KEPT) {
      action.run();
      return;
    }
    whenKept.add(action);
    if (whenKept.size() == 1) {
      keep();
    }
  }

  private void keep() {
    long current = version;
    ImagePlus image = model.source().orElseThrow();
    keeper.keep(history().current(), image, files -> kept(current, files), this::notSaved);
  }

  private void kept(long ofVersion, RegionFiles files) {
    if (ofVersion != version) {
      if (state != State.KEPT) {
        keep();
        return;
      }
    } else {
      state = State.KEPT;
      model.renameFiles(model.options().with(RegionFiles.KEYS, files.values()));
    }
    List<Runnable> actions = List.copyOf(whenKept);
    whenKept.clear();
    actions.forEach(Runnable::run);
  }

  /** Shows what was painted on the new source. */
  void sourceChosen() {
    whenKept.clear();
    version++;
    state = State.KEPT;
    model.renameFiles(model.options().with(RegionFiles.KEYS, Map.of()));
    model.setMatte(history().current());
    if (!history().current().isNone()) {
      changed();
    }
  }

  /** Shows what is painted in the files that the options name, which are in place. */
  void restored(RegionFiles files) {
    long current = ++version;
    state = State.KEPT;
    model
        .source()
        .ifPresent(
            image -> keeper.load(files, image, matte -> loaded(current, matte), this::notRead));
  }

  private void loaded(long ofVersion, GarbageMatte matte) {
    if (ofVersion == version) {
      history().add(matte);
      model.setMatte(matte);
    }
  }

  private void notRead(String message) {
    model.setPreview(shown -> shown.failed("What was painted cannot be read: " + message));
  }

  /** Deletes what was only tried. */
  @Override
  public void close() {
    keeper.close();
  }
}
