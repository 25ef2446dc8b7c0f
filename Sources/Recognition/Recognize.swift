import PageTree
