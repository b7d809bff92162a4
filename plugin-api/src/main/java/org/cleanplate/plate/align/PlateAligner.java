package org.cleanplate.plate.align;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;

/**
 * Finds how a plate has to be moved to lie under a frame: ORB features and RANSAC for the rough
 * motion, ECC on the background alone for the last part of a pixel. What is found is believed only
 * if enough features follow it, if no camera held by hand would have to jump for it, and if the
 * plate then agrees better with the frame. Used by one thread at a time.
 */
public final class PlateAligner {
  /** Fewer features than that agree by chance. */
  private static final int FEWEST_INLIERS = 20;

  /** And so do fewer of those that match. */
  private static final double SMALLEST_INLIER_SHARE = 0.2;

  /** The largest motion of a corner, as a share of the frame's diagonal. */
  private static final double LARGEST_SHIFT = 0.25;

  /**
   * A motion counts if it leaves less than that of the difference. A plate that fits keeps 98 % to
   * 100 % of it under what is found (a mouse, two flies); one that is moved by a hand, 15 %.
   */
  private static final double IMPROVEMENT = 0.95;

  /** A motion that was followed is believed while the plate fits at most so much worse by it. */
  private static final double STILL_FITS = 1.5;

  private final Motion motion;
  private final WorkingPicture working;
  private final PlacedPlate placed;
  private final MotionTracker tracker;
  private final FeatureMatcher features;

  /**
   * What the placement in use left of the difference when it was found, in grey levels. While a
   * frame differs no more, no motion could count as an improvement, so none is looked for: under a
   * camera that stands still that is nearly always.
   */
  private double reachedLevels;

  /**
   * What was found last, between frames and between working pictures. Shrunk again it would differ
   * by rounding, and the plate would be placed anew.
   */
  private Homography latest = Homography.IDENTITY;

  private Homography latestWorking = Homography.IDENTITY;

  private int inliers;
  private double residualPixels;

  /**
   * Looks at the plate.
   *
   * @param plate of any layout; not needed afterwards
   */
  public PlateAligner(Frame plate, Motion motion) {
    this.motion = motion;
    this.working = WorkingPicture.like(plate);
    Mat picture = working.of(plate);
    Mat smooth = WorkingPicture.smooth(picture);
    this.placed = new PlacedPlate(smooth);
    this.tracker = new MotionTracker(smooth, motion);
    this.features = new FeatureMatcher(picture);
  }

  /**
   * Looks for the motion from scratch, with the plate lying as it is.
   *
   * @param source a frame of the plate's format
   */
  public Alignment align(Frame source) {
    return align(source, Homography.IDENTITY);
  }

  /**
   * Looks for the motion of a frame that follows another one: fast if it moved little.
   *
   * @param source a frame of the plate's format
   * @param before {@link Alignment#frameToPlate} of the frame before it. It is the answer wherever
   *     nothing better is found
   */
  public Alignment align(Frame source, Homography before) {
    FrameFormat format = source.format();
    PointerScope natives = new PointerScope();
    try {
      Mat picture = working.of(source);
      Mat smooth = WorkingPicture.smooth(picture);
      Homography start = before.equals(latest) ? latestWorking : working.shrink(before);
      if (inliers > 0) {
        if (IMPROVEMENT * placed.difference(smooth, start) <= reachedLevels) {
          return accepted(before, format);
        }
        Optional<Homography> followed = follow(smooth, start, before);
        if (followed.isPresent()) {
          return accepted(followed.get(), format);
        }
      }
      PointPairs pairs = features.match(picture);
      Optional<Homography> rough = MotionFit.fit(pairs, motion);
      Optional<String> reason = doubt(pairs, rough, format);
      if (reason.isPresent()) {
        return new Alignment(
            motion, before, 0, 0, before.meanShift(format.width(), format.height()), reason);
      }
      Homography fine = refine(smooth, rough.orElseThrow());
      PointPairs agreeing = pairs.following(rough.orElseThrow(), MotionFit.INLIER_PIXELS);
      inliers = agreeing.count();
      residualPixels = agreeing.medianMiss(fine) / working.scale();
      return accepted(chosen(placed.differences(smooth, start, fine), fine, before), format);
    } finally {
      natives.close();
    }
  }

  /** The motion a small step on from {@code start}, if the plate then fits as well as it did. */
  private Optional<Homography> follow(Mat frame, Homography start, Homography before) {
    Optional<Homography> found =
        tracker.follow(frame, start).filter(map -> isPlausible(map, working.format()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Differences differences = placed.differences(frame, start, found.get());
    return differences.after() > STILL_FITS * reachedLevels
        ? Optional.empty()
        : Optional.of(chosen(differences, found.get(), before));
  }

  private Homography refine(Mat frame, Homography rough) {
    return EccRefinement.refine(frame, placed, rough, motion)
        .filter(fine -> isPlausible(fine, working.format()))
        .filter(fine -> placed.differences(frame, rough, fine).improveBy(1))
        .orElse(rough);
  }

  /** What was found where that is better than what was before. */
  private Homography chosen(Differences differences, Homography found, Homography before) {
    if (!differences.improveBy(IMPROVEMENT)) {
      reachedLevels = differences.before();
      return before;
    }
    reachedLevels = differences.after();
    latestWorking = found;
    latest = working.enlarge(found);
    return latest;
  }

  private Alignment accepted(Homography map, FrameFormat format) {
    return new Alignment(
        motion,
        map,
        inliers,
        residualPixels,
        map.meanShift(format.width(), format.height()),
        Optional.empty());
  }

  private Optional<String> doubt(PointPairs pairs, Optional<Homography> found, FrameFormat format) {
    if (found.isEmpty()) {
      return Optional.of(
          "the background and the frame have only " + pairs.count() + " features in common");
    }
    int following = pairs.following(found.get(), MotionFit.INLIER_PIXELS).count();
    if (following < Math.max(FEWEST_INLIERS, SMALLEST_INLIER_SHARE * pairs.count())) {
      return Optional.of(
          "only "
              + following
              + " of "
              + pairs.count()
              + " features in common follow one "
              + motion.key());
    }
    if (!isPlausible(found.get(), working.format())) {
      Homography map = working.enlarge(found.get());
      return Optional.of(
          String.format(
              Locale.ROOT,
              "the %s found would move a corner by %.0f px or fold the picture",
              motion.key(),
              map.largestCornerDistance(Homography.IDENTITY, format.width(), format.height())));
    }
    return Optional.empty();
  }

  private static boolean isPlausible(Homography map, FrameFormat format) {
    int width = format.width();
    int height = format.height();
    return map.keepsShape(width, height)
        && map.largestCornerDistance(Homography.IDENTITY, width, height)
            < LARGEST_SHIFT * Math.hypot(width, height);
  }
}
