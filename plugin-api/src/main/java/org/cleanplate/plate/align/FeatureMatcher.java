package org.cleanplate.plate.align;

import java.util.ArrayList;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.DMatch;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.ORB;

/** Finds ORB features of the plate again in a frame. */
final class FeatureMatcher {
  private static final int MOST_FEATURES = 3000;

  /** Low, for faint textures; only the strongest features are kept. */
  private static final int FAST_THRESHOLD = 7;

  /** A match counts if it is that much nearer than the next best one. */
  private static final float DISTINCT = 0.8f;

  private static final int PATCH_SIDE = 31;
  private static final float LEVEL_SCALE = 1.2f;
  private static final int LEVELS = 8;

  /** A picture has to hold a feature, and OpenCV fails where a level of it has no pixel. */
  private static final int SMALLEST_SIDE = PATCH_SIDE + 1;

  private final ORB orb =
      ORB.create(
          MOST_FEATURES,
          LEVEL_SCALE,
          LEVELS,
          PATCH_SIDE / 2,
          0,
          2,
          ORB.HARRIS_SCORE,
          PATCH_SIDE,
          FAST_THRESHOLD);

  private final BFMatcher matcher = new BFMatcher(opencv_core.NORM_HAMMING, false);
  private final Features plate;

  FeatureMatcher(Mat platePicture) {
    plate = detect(platePicture);
  }

  PointPairs match(Mat framePicture) {
    PointPairs pairs = new PointPairs(new ArrayList<>(), new ArrayList<>());
    if (plate.places.size() < 2) {
      return pairs;
    }
    Features frame = detect(framePicture);
    if (frame.places.empty()) {
      return pairs;
    }
    DMatchVectorVector matches = new DMatchVectorVector();
    matcher.knnMatch(frame.descriptors, plate.descriptors, matches, 2);
    for (long i = 0; i < matches.size(); i++) {
      DMatchVector nearest = matches.get(i);
      if (nearest.size() == 2) {
        DMatch best = nearest.get(0);
        if (best.distance() < DISTINCT * nearest.get(1).distance()) {
          pairs.inFrame().add(place(frame, best.queryIdx()));
          pairs.inPlate().add(place(plate, best.trainIdx()));
        }
      }
    }
    return pairs;
  }

  private Features detect(Mat picture) {
    Features features = new Features(new KeyPointVector(), new Mat());
    if (Math.min(picture.rows(), picture.cols()) >= SMALLEST_SIDE) {
      orb.detectAndCompute(picture, new Mat(), features.places, features.descriptors);
    }
    return features;
  }

  private static float[] place(Features features, int index) {
    Point2f point = features.places.get(index).pt();
    return new float[] {point.x(), point.y()};
  }

  private record Features(KeyPointVector places, Mat descriptors) {}
}
