package org.cleanplate.matte;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The connected parts of a mask: pixels whose alpha reaches a threshold and that touch at a side or
 * a corner. Two passes with a union-find over labels (Rosenfeld and Pfaltz, "Sequential operations
 * in digital picture processing", 1966).
 *
 * @param width of the picture in pixels
 * @param labels row by row: the component's number from 1 in reading order, 0 outside
 * @param components by number, the first has number 1
 */
public record Components(int width, int[] labels, List<Component> components) {

  /**
   * One connected part.
   *
   * @param label its number in the labels
   * @param areaPixels how many pixels it has
   * @param firstX the leftmost pixel of its uppermost row
   * @param firstY that row
   */
  public record Component(int label, int areaPixels, int firstX, int firstY) {}

  public Components {
    components = List.copyOf(components);
  }

  /**
   * Finds the components.
   *
   * @param alpha row by row, 0..1
   * @param width pixels a row
   * @param threshold over 0 and up to 1; a pixel that reaches it is in
   * @param minAreaPixels smaller parts are left out
   */
  public static Components of(FloatBuffer alpha, int width, double threshold, int minAreaPixels) {
    int[] labels = new int[alpha.limit()];
    Equivalences equal = new Equivalences();
    for (int i = 0; i < labels.length; i++) {
      if (alpha.get(i) >= threshold) {
        labels[i] = labelFrom(labels, i, width, equal);
      }
    }
    return number(labels, width, equal, minAreaPixels);
  }

  /** The label of the neighbours that were seen already, made equal; a new one if there is none. */
  private static int labelFrom(int[] labels, int i, int width, Equivalences equal) {
    int x = i % width;
    int label = x > 0 ? labels[i - 1] : 0;
    if (i >= width) {
      for (int dx = x > 0 ? -1 : 0; dx <= (x < width - 1 ? 1 : 0); dx++) {
        int above = labels[i - width + dx];
        label = above == 0 ? label : label == 0 ? above : equal.join(label, above);
      }
    }
    return label == 0 ? equal.next() : label;
  }

  private static Components number(int[] labels, int width, Equivalences equal, int minArea) {
    int[] areas = new int[equal.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = equal.root(labels[i]);
      areas[labels[i]]++;
    }
    int[] numbers = new int[areas.length];
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      int root = labels[i];
      if (root != 0 && areas[root] >= minArea) {
        if (numbers[root] == 0) {
          numbers[root] = components.size() + 1;
          components.add(new Component(numbers[root], areas[root], i % width, i / width));
        }
        labels[i] = numbers[root];
      } else {
        labels[i] = 0;
      }
    }
    return new Components(width, labels, Collections.unmodifiableList(components));
  }

  /** Labels that were found to mean the same component; 0 means none. */
  private static final class Equivalences {
    private int[] parents = new int[64];
    private int count = 1;

    int next() {
      if (count == parents.length) {
        parents = Arrays.copyOf(parents, 2 * count);
      }
      parents[count] = count;
      return count++;
    }

    int count() {
      return count;
    }

    int root(int label) {
      int root = label;
      while (parents[root] != root) {
        parents[root] = parents[parents[root]];
        root = parents[root];
      }
      return root;
    }

    int join(int one, int other) {
      int a = root(one);
      int b = root(other);
      parents[Math.max(a, b)] = Math.min(a, b);
      return Math.min(a, b);
    }
  }
}
