package org.cleanplate.plate.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Places in a frame and the places in the plate that look alike. Some pairs are wrong. */
record PointPairs(List<float[]> inFrame, List<float[]> inPlate) {

  int count() {
    return inFrame.size();
  }

  Mat frameMat() {
    return mat(inFrame);
  }

  Mat plateMat() {
    return mat(inPlate);
  }

  /** Those pairs that follow {@code map} to within {@code pixels}. */
  PointPairs following(Homography map, double pixels) {
    PointPairs inliers = new PointPairs(new ArrayList<>(), new ArrayList<>());
    double[] misses = misses(map);
    for (int i = 0; i < misses.length; i++) {
      if (misses[i] <= pixels) {
        inliers.inFrame.add(inFrame.get(i));
        inliers.inPlate.add(inPlate.get(i));
      }
    }
    return inliers;
  }

  /** The median distance by which {@code map} misses; 0 without pairs. */
  double medianMiss(Homography map) {
    double[] misses = misses(map);
    Arrays.sort(misses);
    return misses.length == 0 ? 0 : misses[misses.length / 2];
  }

  private double[] misses(Homography map) {
    double[] misses = new double[count()];
    for (int i = 0; i < misses.length; i++) {
      double[] there = map.apply(inFrame.get(i)[0], inFrame.get(i)[1]);
      misses[i] = Math.hypot(there[0] - inPlate.get(i)[0], there[1] - inPlate.get(i)[1]);
    }
    return misses;
  }

  private static Mat mat(List<float[]> points) {
    Mat mat = new Mat(points.size(), 1, opencv_core.CV_32FC2);
    FloatPointer target = new FloatPointer(mat.data());
    for (int i = 0; i < points.size(); i++) {
      target.put(2L * i, points.get(i)[0]).put(2L * i + 1, points.get(i)[1]);
    }
    return mat;
  }
}
