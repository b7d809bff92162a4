package org.cleanplate.network.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleObject;

/**
 * The tensors of a TorchScript module by their paths: attribute names joined by dots, which are the
 * names of a {@code state_dict}.
 */
final class ModuleTree {
  /** Modules may be shared, so a small file can describe an endless tree. */
  private static final int MOST_ATTRIBUTES = 1_000_000;

  private static final int DEEPEST = 100;

  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private int attributes;

  private ModuleTree() {}

  /**
   * Walks a module.
   *
   * @throws MattingException if it is deeper or wider than any network
   */
  static Map<String, StoredTensor> tensors(PickleObject root) {
    ModuleTree tree = new ModuleTree();
    tree.walk(root, "", 0);
    return tree.tensors;
  }

  private void walk(PickleObject module, String prefix, int depth) {
    if (depth > DEEPEST) {
      throw new MattingException("its modules are nested deeper than " + DEEPEST + ": refused");
    }
    for (Map.Entry<String, Object> attribute : module.attributes().entrySet()) {
      attributes++;
      if (attributes > MOST_ATTRIBUTES) {
        throw new MattingException(
            "its modules have more than " + MOST_ATTRIBUTES + " attributes: refused");
      }
      String path = prefix + attribute.getKey();
      if (attribute.getValue() instanceof StoredTensor tensor) {
        tensors.put(path, tensor);
      } else if (attribute.getValue() instanceof PickleObject child) {
        walk(child, path + ".", depth + 1);
      }
    }
  }
}
