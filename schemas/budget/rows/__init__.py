"""A budget's rows told apart: lines, banners, totals, and what stands at the foot."""
