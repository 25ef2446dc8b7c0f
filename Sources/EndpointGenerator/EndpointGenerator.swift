import Emission
