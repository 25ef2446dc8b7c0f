import APIModel
import Recognition
